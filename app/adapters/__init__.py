"""One outside thing per file, each behind a port of `app.services.ports`. No Qt."""
