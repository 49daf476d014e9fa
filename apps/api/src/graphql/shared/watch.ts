import { BUS, type BusMessage, type MessageBus } from '#persistence';
import { Inject, Injectable } from '@nestjs/common';

/** Even if a message is lost (a database restart), a watcher looks again after this time. */
const LOOK_AGAIN_MS = 5000;

const nothing = (): void => undefined;

/** Follows a record until it has ended: its state now, then after every message about it. */
@Injectable()
export class Watch {
  constructor(@Inject(BUS) private readonly bus: MessageBus) {}

  async *follow<T>(
    topic: BusMessage['topic'],
    id: number,
    read: () => Promise<T>,
    ended: (state: T) => boolean,
  ): AsyncGenerator<T> {
    let wake = nothing;
    let changed = false;
    const stop = this.bus.listen(message => {
      if (message.topic !== topic || message.id !== id) return;
      changed = true;
      wake();
    });
    try {
      for (;;) {
        changed = false;
        const state = await read();
        yield state;
        if (ended(state)) return;
        await new Promise<void>(resolve => {
          wake = resolve;
          if (changed) resolve();
          else setTimeout(resolve, LOOK_AGAIN_MS).unref();
        });
      }
    } finally {
      stop();
    }
  }
}
