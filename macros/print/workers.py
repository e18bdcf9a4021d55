"""Work done by several processes. One that breaks, even by a crash, takes only its own piece of work with it."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, NamedTuple

from macros.signals import held_back


class Done(NamedTuple):
    """One piece of work: its place in the list, and what came of it, or why nothing did."""

    place: int
    result: Any
    error: str


class _Worker(NamedTuple):
    process: BaseProcess
    connection: Connection


def work(pieces: Sequence[Any], do: Callable[[Any], Any], processes: int, begun: Callable[[int], None] | None = None) -> Iterator[Done]:
    """Do every piece with `do`, a function of a module, and yield each as it is done.

    `begun` is told the place of each piece when a process begins it. Left early (an interrupt, an
    error of the caller), all processes are ended.
    """
    context = multiprocessing.get_context("spawn")
    waiting = list(range(len(pieces)))[::-1]
    busy: dict[Connection, tuple[_Worker, int]] = {}

    def start() -> _Worker:
        ours, theirs = context.Pipe()
        process = context.Process(target=_serve, args=(theirs, do), daemon=True)
        with held_back(signal.SIGINT):  # for as long as it lives: it ends when it is told to, or when nobody is there
            process.start()
        theirs.close()
        return _Worker(process, ours)

    def give(worker: _Worker) -> None:
        place = waiting.pop()
        worker.connection.send((place, pieces[place]))
        busy[worker.connection] = worker, place
        if begun:
            begun(place)

    try:
        for _ in range(min(processes, len(waiting))):
            give(start())
        while busy:
            for connection in wait(list(busy)):
                assert isinstance(connection, Connection)
                worker, place = busy.pop(connection)
                try:
                    yield Done(*connection.recv())
                except (EOFError, OSError):
                    worker.process.join(5)
                    yield Done(place, None, f"The process that made it stopped (code {worker.process.exitcode}).")
                    worker = start() if waiting else worker
                if waiting:
                    give(worker)
                else:
                    worker.connection.close()
    finally:
        for worker, _ in busy.values():
            worker.process.terminate()


def _serve(connection: Connection, do: Callable[[Any], Any]) -> None:
    """In a process of its own: do what arrives until nothing more comes, or nobody is there any more."""
    try:
        while True:
            place, piece = connection.recv()
            try:
                answer = place, do(piece), ""
            except Exception as error:
                answer = place, None, str(error) or type(error).__name__
            connection.send(answer)
    except (EOFError, OSError):
        return
