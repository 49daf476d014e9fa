import type { OnModuleDestroy, OnModuleInit } from '@nestjs/common';
import type { BusMessage, MessageBus } from './bus.ts';

/** Reference data in memory, read at the start and again whenever a process says that they changed. */
export abstract class KeptInMemory implements OnModuleInit, OnModuleDestroy {
  #stop: () => void = () => undefined;
  readonly #bus: MessageBus;
  readonly #topic: BusMessage['topic'];

  constructor(bus: MessageBus, topic: BusMessage['topic']) {
    this.#bus = bus;
    this.#topic = topic;
  }

  abstract refresh(): Promise<void>;

  async onModuleInit(): Promise<void> {
    this.#stop = this.#bus.listen(({ topic }) => {
      if (topic === this.#topic) this.refresh().catch(() => undefined); // the database is away: the next message tries again
    });
    await this.refresh();
  }

  onModuleDestroy(): void {
    this.#stop();
  }
}
