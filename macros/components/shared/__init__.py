"""What several components show or do alike."""
