"""What of one article of an event another one lacks."""
