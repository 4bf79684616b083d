import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { createSecureContext } from 'node:tls';
import type { StandInRequest } from './answer';
import { type Certificate, createCertificate } from './certificate';
import type { StandIn } from './stand-in';

export interface StandInServer {
  readonly port: number;
  /** sha256 of the certificate's public key, base64. */
  readonly spki: string;
  /** Ends every connection, hanging ones too. */
  close(): Promise<void>;
}

/**
 * Puts a stand-in on a socket of 127.0.0.1. One port speaks TLS and, to whoever does not, plain HTTP:
 * a browser told `MAP * 127.0.0.1:PORT` sends both here, and each must be seen.
 */
export async function startServer(standIn: StandIn, options: { port?: number } = {}): Promise<StandInServer> {
  const certificate = await createCertificate();
  const listener = (request: IncomingMessage, response: ServerResponse) => void respond(standIn, request, response);
  const https = createHttpsServer(toTlsOptions(standIn, certificate), listener);
  const http = createHttpServer(listener);
  const sockets = new Set<Socket>();
  const front = createServer((socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
    socket.once('readable', () => {
      const first = socket.read() as Buffer | null;
      if (first === null) return;
      socket.unshift(first);
      (first[0] === TLS_HANDSHAKE ? https : http).emit('connection', socket);
    });
  });
  await new Promise<void>((resolve, reject) => {
    front.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  return {
    port: (front.address() as AddressInfo).port,
    spki: certificate.spki,
    close: () =>
      new Promise((resolve) => {
        front.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const TLS_HANDSHAKE = 0x16;

function toTlsOptions(standIn: StandIn, { key, cert }: Certificate) {
  const context = createSecureContext({ key, cert });
  return {
    key,
    cert,
    SNICallback(host: string, done: (error: null, context: ReturnType<typeof createSecureContext>) => void) {
      standIn.greetings.push({ at: standIn.now(), host });
      done(null, context);
    },
  };
}

async function respond(standIn: StandIn, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { outcome, delayMs } = standIn.handle(await toStandInRequest(request));
  if (delayMs > 0) await wait(delayMs, undefined, { ref: false });
  if (outcome.kind === 'hang' || response.destroyed) return;
  if (outcome.kind === 'drop') {
    request.socket.destroy();
    return;
  }
  const { status, headers, body } = outcome.answer;
  const bytes = Buffer.from(body);
  response.sendDate = false;
  const length = status === 304 || status === 204 ? {} : { 'content-length': bytes.length };
  response.writeHead(status, { ...headers, ...length });
  if (outcome.cutAt === undefined) response.end(bytes);
  else response.write(bytes.subarray(0, outcome.cutAt), () => request.socket.destroy());
}

async function toStandInRequest(request: IncomingMessage): Promise<StandInRequest> {
  const body = await text(request);
  const headers = Object.entries(request.headers).map(([name, value]) => [name, String(value)]);
  return {
    method: request.method ?? 'GET',
    host: (request.headers.host ?? '').replace(/:(443|80)$/, ''),
    target: request.url ?? '/',
    headers: Object.fromEntries(headers) as Record<string, string>,
    ...(body === '' ? {} : { body }),
  };
}
