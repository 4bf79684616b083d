import type { Page } from 'puppeteer-core';

/** A task of a page's main thread. */
interface TaskTimes {
  /** From its beginning to its end. */
  tookMs: number;
  /** Of that, what the thread had the processor for. */
  workedMs: number;
}

/** In µs. https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU */
interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  dur?: number;
  tdur?: number;
}

const TASK = 'ThreadControllerImpl::RunTask';
const MARK = 'recording begins';

/**
 * Has the browser write down every task of the page from here on. Its own list of long tasks begins at 50 ms, and the waits
 * of a timer are those of all tasks that go before it.
 */
export async function startRecording(page: Page): Promise<{ readLongestTask(): Promise<TaskTimes> }> {
  await page.tracing.start({ categories: ['toplevel', 'blink.user_timing'] });
  // The browser writes down all its threads: this one is known by the mark.
  await page.evaluate((name) => void performance.mark(name), MARK);
  return {
    async readLongestTask() {
      const trace = new TextDecoder().decode(await page.tracing.stop());
      const { traceEvents: events } = JSON.parse(trace) as { traceEvents: TraceEvent[] };
      const mark = events.find(({ name }) => name === MARK);
      const tasks = events.filter(
        ({ name, ph, pid, tid }) => name === TASK && ph === 'X' && pid === mark?.pid && tid === mark.tid,
      );
      if (tasks.length === 0) throw new Error('The browser wrote down no task of the page');
      const toMost = (key: 'dur' | 'tdur') => Math.max(...tasks.map((task) => task[key] ?? 0)) / 1000;
      return { tookMs: toMost('dur'), workedMs: toMost('tdur') };
    },
  };
}
