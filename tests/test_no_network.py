"""The program speaks to no other computer: a socket of the network ends the test that opens it."""

from __future__ import annotations

import socket
from pathlib import Path

import pytest

from tests.conftest import ReachedOut


def test_no_connection_to_another_computer_is_made() -> None:
    with socket.socket() as reaching, pytest.raises(ReachedOut):
        reaching.connect(("192.0.2.1", 80))


def test_no_name_of_another_computer_is_looked_up() -> None:
    with pytest.raises(ReachedOut):
        socket.getaddrinfo("example.invalid", 80)


def test_nobody_is_listened_to_from_outside() -> None:
    with socket.socket() as listening, pytest.raises(ReachedOut):
        listening.bind(("127.0.0.1", 0))


def test_a_second_start_reaches_the_first_over_a_socket_of_this_computer(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX) as listening, socket.socket(socket.AF_UNIX) as ringing:
        listening.bind(str(tmp_path / "door"))
        listening.listen()
        ringing.connect(str(tmp_path / "door"))
