"""What speaks for a fault: readings of lines, notices, numbers, bytes and words that several rules share."""
