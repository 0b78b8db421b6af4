"""What the guide of the first start tries a microphone and looks at permissions with."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass

from app.adapters.clock import SystemClock
from app.adapters.system_permissions import ThisSystem
from app.parts.workers import NO_PATIENCE, running_worker
from app.services.capture import CaptureService
from app.services.guide_ports import SystemPermissions
from app.services.microphone_check import MicrophoneCheck
from app.services.ports import Post
from app.services.worker import Worker


@dataclass(frozen=True, slots=True)
class GuideParts:
    """`check` tries the microphone; `permissions` are looked at on the thread of `looks`."""

    check: MicrophoneCheck
    permissions: SystemPermissions
    looks: Worker


def build_guide(
    capture: CaptureService, is_dictating: Callable[[], bool], post: Post, stack: ExitStack
) -> GuideParts:
    """Make them; nothing is looked at yet, and `stack` ends them."""
    clock = SystemClock()
    check = MicrophoneCheck(capture, clock, is_dictating, post)
    stack.callback(check.drop)
    return GuideParts(check, ThisSystem(), running_worker("permissions", clock, post, stack, NO_PATIENCE))
