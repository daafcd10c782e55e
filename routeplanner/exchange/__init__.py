"""In and out: what other programs, and the page, hold of a route. New after it: a route made of a document."""
