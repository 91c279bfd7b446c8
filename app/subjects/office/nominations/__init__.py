"""Who is put forward for an honour, shown to everybody, and proposed to whoever grants it."""
