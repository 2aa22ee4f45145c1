"""Files written whole, and text made harmless where it is shown: what every room that writes or prints needs."""
