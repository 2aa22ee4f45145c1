"""What is known of languages: their scripts, words and traits."""
