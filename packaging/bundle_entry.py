"""Where the bundle's program begins. Its hidden commands come in here as well."""

from __future__ import annotations

import sys

from app.cli import main

sys.exit(main())
