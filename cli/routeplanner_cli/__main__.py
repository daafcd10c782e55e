"""`python -m routeplanner_cli` is `routeplanner`."""

from routeplanner_cli import main

if __name__ == "__main__":
    main()
