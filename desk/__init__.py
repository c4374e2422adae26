"""What needs several features: home, progress."""
