"""The page of the conversation, for a mentor and a pupil at one screen. New after it: clicks, and what they show."""
