"""Work done by several processes."""

from __future__ import annotations

import multiprocessing
import os

from macros.print.workers import work


def double(number: int) -> int:
    if number == 13:
        raise ValueError("thirteen is not doubled here")
    if number == 66:
        os._exit(3)
    return 2 * number


def test_every_piece_of_work_is_done_once():
    done = sorted(work([1, 2, 3, 4, 5], double, 2))
    assert [one.result for one in done] == [2, 4, 6, 8, 10]
    assert [one.place for one in done] == [0, 1, 2, 3, 4]


def test_an_error_is_reported_and_the_rest_is_done():
    done = sorted(work([1, 13, 3], double, 2))
    assert [(one.result, one.error) for one in done] == [(2, ""), (None, "thirteen is not doubled here"), (6, "")]


def test_a_crash_takes_only_its_own_piece_of_work():
    done = sorted(work([66, 1, 66, 2, 3], double, 2))
    assert [one.result for one in done] == [None, 2, None, 4, 6]
    assert "stopped (code 3)" in done[0].error


def test_nothing_to_do_is_done():
    assert list(work([], double, 4)) == []


def test_no_process_is_left_when_the_caller_stops_early():
    begun = work([1, 2, 3, 4], double, 2)
    next(begun)
    begun.close()
    for process in multiprocessing.active_children():
        process.join(10)
    assert multiprocessing.active_children() == []
