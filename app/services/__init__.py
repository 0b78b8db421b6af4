"""What Sayso does: workers, controllers, and the ports they ask for. No Qt, no device library."""
