"""A function over many items in worker processes: in order, in bounded memory, and no item can stop the others.

Workers come from pebble, one task an item: a worker that hangs is killed at the item's time-out, one that dies is
replaced, and it is known which item it was. What pebble itself cannot survive (a worker killed while it held the
queue) is survived here, by a new pool and a second try of what was in flight.

>>> list(run_ordered(["a", "bc"], str, workers=0))
[('a', 'a'), ('bc', 'bc')]
"""

from __future__ import annotations

import contextlib
import math
import multiprocessing
import multiprocessing.context
import multiprocessing.spawn
import signal
import threading
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sized
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as TimedOut
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from factx.errors import FactxError, MissingExtra

__all__ = ["Lost", "run_ordered"]

T = TypeVar("T", bound=Sized)
R = TypeVar("R")

WINDOW = 64
"""Items in flight, a worker: how far the others go on while one hangs."""

WINDOW_SIZE = 16_000_000
"""Characters in flight, however few items that is."""

GRACE = 30.0
"""Seconds, beside twice the time-out, after which a pool that gives nothing is taken for broken."""

TRIES = 2
"""How often an item is tried when the pool itself breaks."""


@dataclass(frozen=True, slots=True)
class Lost:
    """In place of a result: the worker was stopped at the time-out, or died, or could not hand its result back."""

    kind: Literal["timeout", "killed", "fault"]
    message: str


def run_ordered(
    items: Iterable[T], function: Callable[[T], R], *, workers: int, timeout: float | None = None
) -> Generator[tuple[T, R | Lost], None, None]:
    """Each item with what `function` makes of it, in the order of `items`, which is read as far ahead as needed.

    `workers`: processes, or 0 for this process (then nothing guards against an item that hangs or kills the process).
    `timeout`: seconds for one item. With workers the function is pickled once for each; it must not raise for an item.
    An error of the iterable itself is raised after the results of all items before it.
    Raises `factx.MissingExtra` without pebble, `FactxError` when workers cannot be started at all.
    """
    if workers < 0:
        raise ValueError(f"workers must be 0 or more, not {workers}")
    if timeout is not None and not timeout > 0:
        raise ValueError(f"timeout must be above 0 seconds, not {timeout}")
    if workers == 0:
        return ((item, function(item)) for item in items)
    try:
        import pebble  # noqa: F401
    except ImportError:
        raise MissingExtra("worker processes need pebble: pip install 'factx[batch]' (or use workers=0)") from None
    return _in_processes(items, _Pool(function, workers, timeout), WINDOW * workers)


def _in_processes(items: Iterable[T], pool: _Pool[T, R], window: int) -> Generator[tuple[T, R | Lost], None, None]:
    source = iter(items)
    waiting: deque[_Task[T]] = deque()
    size, problem, more = 0, None, True
    try:
        while True:
            while more and len(waiting) < window and size < WINDOW_SIZE:
                try:
                    item = next(source)
                except StopIteration:
                    more = False
                except Exception as error:  # of the iterable: what was read before it is finished first
                    more, problem = False, error
                else:
                    waiting.append(pool.submit(item))
                    size += len(item)
            if not waiting:
                break
            result = pool.result(waiting)
            task = waiting.popleft()
            size -= len(task.item)
            yield task.item, result
        if problem is not None:
            raise problem
    finally:
        pool.stop()


@dataclass(slots=True)
class _Task(Generic[T]):
    item: T
    future: Any
    broken: int = 0


class _Pool(Generic[T, R]):
    """A pebble pool that is replaced when it breaks."""

    def __init__(self, function: Callable[[T], R], workers: int, timeout: float | None) -> None:
        self.function, self.workers, self.timeout = function, workers, timeout
        self.context = _context()
        self.pool: Any = None
        self.breaks = 0  # since the last result

    def submit(self, item: T) -> _Task[T]:
        return _Task(item, self._future(item))

    def _future(self, item: T) -> Any:
        if self.pool is None:
            from pebble import ProcessPool

            if isinstance(self.context, _SERVED):
                _start_server()
            self.pool = ProcessPool(
                max_workers=self.workers, initializer=_begin, initargs=(self.function,), context=self.context
            )
        alarm = None if self.timeout is None else math.ceil(self.timeout) + 5
        try:
            return self.pool.schedule(_call, args=(item, alarm), timeout=self.timeout)
        except RuntimeError:  # it broke since the last item: whoever waits for this one finds out
            return None

    def result(self, waiting: deque[_Task[T]]) -> R | Lost:
        """The result of the first task that is waiting."""
        task = waiting[0]
        while True:
            outcome = self._outcome(task)
            if outcome is not _BROKEN:
                self.breaks = 0
                return outcome  # type: ignore[no-any-return]
            task.broken += 1
            self.breaks += 1
            if self.breaks > TRIES + 1:
                raise FactxError("worker processes cannot be started or die at once: try workers=0 to see why")
            self.stop()
            if task.broken >= TRIES:
                return Lost("killed", "the worker processes died while this article was being worked on")
            for other in waiting:
                if other.future is None or not _is_good(other.future):
                    other.future = self._future(other.item)

    def _outcome(self, task: _Task[T]) -> Any:
        if task.future is None:
            return _BROKEN
        # The first task is running or next in turn, so more than two time-outs are a pool that has lost its way.
        patience = None if self.timeout is None else 2 * self.timeout + GRACE
        try:
            return task.future.result(timeout=patience)
        except TimedOut:
            if not task.future.done():
                return _BROKEN
            return Lost("timeout", f"took longer than {self.timeout:g} seconds")
        except (BrokenProcessPool, CancelledError):
            return _BROKEN
        except Exception as error:
            code = getattr(error, "exitcode", None)
            if code is not None:
                return Lost("killed", f"its worker process {_ended(code)}")
            return Lost("fault", f"{type(error).__name__}: {error}")
        except BaseException as error:  # a worker's SystemExit is not ours
            if isinstance(error, KeyboardInterrupt | GeneratorExit):
                raise
            return Lost("fault", f"{type(error).__name__}: {error}")

    def stop(self) -> None:
        """Stop the workers, whatever they do."""
        pool, self.pool = self.pool, None
        if pool is not None:
            pool.stop()
            with contextlib.suppress(Exception):
                pool.join()


_BROKEN: Any = object()


def _is_good(future: Any) -> bool:
    """Has the future a result of its own, that the end of its pool has not spoiled?"""
    if not future.done() or future.cancelled():
        return False
    return not isinstance(future.exception(), BrokenProcessPool | CancelledError)


def _ended(code: int) -> str:
    if code < 0:
        with contextlib.suppress(ValueError):
            return f"was killed by {signal.Signals(-code).name}"
    return f"ended with exit code {code}"


_function: Any = None


def _begin(function: Any) -> None:
    global _function  # noqa: PLW0603 a worker process does one thing for its whole life
    _function = function


def _call(item: Any, alarm: int | None) -> Any:
    """In the worker. The alarm ends it even when the process that would have killed it at the time-out is gone."""
    if alarm is None or not hasattr(signal, "alarm"):
        return _function(item)
    signal.alarm(alarm)
    try:
        return _function(item)
    finally:
        signal.alarm(0)


def _context() -> Any:
    """How workers are started: forked from a small server process, or spawned where there is none (Windows).

    Never forked from this process, whose threads and locks a child would not survive. And, unlike multiprocessing's own
    way, without running the user's main script again in each worker: nothing of it is needed there, so scripts need no
    `if __name__ == "__main__"`, and notebooks and `python -` work.
    """
    if "forkserver" not in multiprocessing.get_all_start_methods():
        return _Spawn()
    context = _ForkServer()
    context.set_forkserver_preload(["factx.corpus.preload"])
    return context


def _start_server() -> None:
    """Start what workers are forked from, deaf to Ctrl-C, and its workers with it: they are stopped from here, without a traceback.

    A signal that is blocked is inherited, and it is delivered here when that is over, so none is lost.
    """
    from multiprocessing import forkserver, resource_tracker

    resource_tracker.ensure_running()  # it lets the signal through again when it starts, so it must be there before
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        forkserver.ensure_running()
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, blocked)


_PREPARATION = threading.Lock()


@contextlib.contextmanager
def _without_main() -> Iterator[None]:
    with _PREPARATION:
        prepare = multiprocessing.spawn.get_preparation_data

        def without(name: str) -> dict[str, Any]:
            return {key: value for key, value in prepare(name).items() if not key.startswith("init_main")}

        multiprocessing.spawn.get_preparation_data = without
        try:
            yield
        finally:
            multiprocessing.spawn.get_preparation_data = prepare


class _SpawnProcess(multiprocessing.context.SpawnProcess):
    @staticmethod
    def _Popen(process_obj: Any) -> Any:  # noqa: N802 multiprocessing's name
        with _without_main():
            return multiprocessing.context.SpawnProcess._Popen(process_obj)


class _Spawn(multiprocessing.context.SpawnContext):
    Process = _SpawnProcess


if hasattr(multiprocessing.context, "ForkServerProcess"):

    class _ForkServerProcess(multiprocessing.context.ForkServerProcess):
        @staticmethod
        def _Popen(process_obj: Any) -> Any:  # noqa: N802
            with _without_main():
                return multiprocessing.context.ForkServerProcess._Popen(process_obj)

    class _ForkServer(multiprocessing.context.ForkServerContext):
        Process = _ForkServerProcess

    _SERVED: tuple[type, ...] = (_ForkServer,)
else:
    _SERVED = ()
