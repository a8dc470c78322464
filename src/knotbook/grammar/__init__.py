"""What a person types in one line: "pir r 6 cramp woke me". Text in, bodies and sentences out. No Qt, no storage."""
