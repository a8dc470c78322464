"""Made-up diaries: six months for looking around, ten years for measuring. Seeded, pure, no Qt."""
