import type { Config } from '#config';
import { BUS, CONFIG, type MessageBus } from '#persistence';
import {
  Inject,
  Injectable,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { GraphQLSchemaHost } from '@nestjs/graphql';
import { useServer } from 'graphql-ws/use/ws';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import { Authentication } from '../../identity/authentication.ts';
import { TrustedDocuments } from '../documents/trusted-documents.ts';
import { Accounts } from './accounts.ts';
import { socketOptions } from './socket-options.ts';
import { SubscriptionGate } from './subscription-gate.ts';
import { refuseUpgrade, Upgrades } from './upgrades.ts';

/** A subscription with its variables; nothing larger is read. */
const MESSAGE_BYTES = 64 * 1024;

/** 订阅: WebSockets at /graphql, opened here and not by the framework so that nothing is let in unlooked at. */
@Injectable()
export class SubscriptionSockets implements OnApplicationBootstrap, BeforeApplicationShutdown {
  #close: () => Promise<void> = async () => undefined;

  constructor(
    private readonly adapter: HttpAdapterHost,
    private readonly schema: GraphQLSchemaHost,
    private readonly authentication: Authentication,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(BUS) private readonly bus: MessageBus,
  ) {}

  onApplicationBootstrap(): void {
    const { protection } = this.config;
    const sockets = new WebSocketServer({ noServer: true, maxPayload: MESSAGE_BYTES });
    const accounts = new Accounts(this.authentication);
    const trusted = protection.trustedDocuments ? TrustedDocuments.read(protection.trustedDocuments) : null;
    const gate = new SubscriptionGate(this.schema.schema, { trusted, introspection: protection.graphiql });
    const running = useServer(socketOptions(this.authentication, accounts, gate), sockets);
    const upgrades = new Upgrades(protection);
    const upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      const refused = upgrades.refusal(request);
      if (refused) return refuseUpgrade(socket, refused);
      sockets.handleUpgrade(request, socket, head, opened => {
        sockets.emit('connection', opened, request);
        // what a client breaks is closed by itself, and need not fill the log
        opened.removeAllListeners('error').on('error', () => undefined);
      });
    };
    const server = this.adapter.httpAdapter.getHttpServer() as Server;
    server.on('upgrade', upgrade);
    const stop = this.bus.listen(({ topic, id }) => {
      if (topic === 'accounts') void accounts.lookAgain(id);
    });
    this.#close = async () => {
      stop();
      server.off('upgrade', upgrade);
      await running.dispose();
    };
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#close();
  }
}
