"""What a text reads like as a whole, by the words it shares with copy that people have judged."""
