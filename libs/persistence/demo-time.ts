import type { Config } from '#config';
import { referenceScope } from '#identity';
import { Inject, Injectable } from '@nestjs/common';
import type { MessageBus } from './bus.ts';
import { KeptInMemory } from './kept-in-memory.ts';
import { Reader } from './reader.ts';
import { BUS, CONFIG } from './tokens.ts';

const DAYS = 'select days from demo_time';

/** 演示时间: how far the law's today was moved ahead. Outside of the demo always nothing, whatever the table says. */
@Injectable()
export class DemoTime extends KeptInMemory {
  #days = 0;
  readonly #bus: MessageBus;

  constructor(
    private readonly reader: Reader,
    @Inject(BUS) bus: MessageBus,
    @Inject(CONFIG) private readonly config: Pick<Config, 'demo'>,
  ) {
    super(bus, 'demoTime');
    this.#bus = bus;
  }

  async refresh(): Promise<void> {
    if (!this.config.demo) return;
    const row = await this.reader.first<{ days: number }>(referenceScope(), 'demo.time', DAYS);
    this.#days = row?.days ?? 0;
  }

  /** After it was moved: here at once, in the other processes as soon as they are told. */
  async changed(): Promise<void> {
    await this.refresh();
    await this.#bus.publish({ topic: 'demoTime', id: this.#days });
  }

  get isDemo(): boolean {
    return this.config.demo;
  }

  get days(): number {
    return this.#days;
  }
}
