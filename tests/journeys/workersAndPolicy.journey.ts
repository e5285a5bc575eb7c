import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { plain } from '../support/loadSteps.ts';
import { openApp, untilLoaded, type OpenApp } from '../support/openApp.ts';
import { readPdf } from '../support/readPdf.ts';
import { serveBuild } from '../support/serveBuild.ts';
import { button, goTo, openSample } from '../support/steps.ts';
import { staysInside, watchTargets, type WatchedTargets } from '../support/watchTargets.ts';

const LIST =
  'user_name,name,department,licence_type,assigned_on,last_login_time\n' +
  Array.from(
    { length: 60 },
    (_, n) =>
      `user.${n},Person ${n},Unit ${n % 3},Fulfiller,2024-01-15,${n % 2 === 0 ? '2026-06-20' : '2025-09-01'}`,
  ).join('\n');

describe('with the server gone', () => {
  let app: OpenApp;
  let page: Page;
  let watched: WatchedTargets;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(30_000);
    watched = await watchTargets(page);
    await app.build.stop();
  });
  afterAll(async () => {
    await watched?.stop();
    await app?.context.close();
  });

  test('the page is really cut off', async () => {
    const answer = await fetch(app.build.url).then(
      () => 'answered',
      () => 'refused',
    );
    expect(answer).toBe('refused');
  });

  test('Load, Contract, Define, cases and the brief all work [APP-01, APP-04]', async () => {
    await button(page, 'Start a client').click();
    await page.getByRole('textbox', { name: 'Client name', exact: true }).fill('Unplugged');
    await button(page, 'Create client').click();
    await page
      .getByLabel('Choose files', { exact: true })
      .setInputFiles({ name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(LIST) });
    await page.getByRole('textbox', { name: 'Data as of', exact: true }).fill('2026-06-30');
    await page.getByText(/^Reads 60 rows/).waitFor();
    await button(page, 'Import').click();
    await page.getByRole('textbox', { name: 'Your name', exact: true }).fill('Nora Quist');
    await button(page, 'Continue').click();
    await page
      .getByRole('region', { name: 'Receipt' })
      .getByText('60 rows read, 60 accepted, 0 rejected.')
      .waitFor();

    await goTo(page, 'Contract');
    const typed: Readonly<Record<string, string>> = {
      Vendor: 'Northwind',
      Product: 'Service desk',
      'Unit price': '100',
      'Term start': '2026-01-01',
      'Term end': '2026-12-31',
    };
    for (const [name, value] of Object.entries(typed))
      await page.getByRole('textbox', { name, exact: true }).fill(value);
    await page.getByRole('combobox', { name: 'Licence type', exact: true }).fill('Fulfiller');
    await page.getByRole('spinbutton', { name: 'Committed quantity', exact: true }).fill('60');
    await page.getByRole('spinbutton', { name: 'Notice', exact: true }).fill('90');
    await button(page, 'Save contract line').click();
    await page.getByText('The contract line is saved.').waitFor();

    await goTo(page, 'Define');
    await page
      .getByRole('status', { name: 'Flagged seats' })
      .getByText(/^30 flagged/)
      .waitFor();
    await button(page, 'Use this definition').click();
    await page
      .getByText(/^Definition 1 is frozen\./)
      .first()
      .waitFor();

    await goTo(page, 'Review');
    await button(page, 'Create cases').click();
    await page
      .getByText(/^\d+ cases created, marked DRY RUN\./)
      .first()
      .waitFor();
    await goTo(page, 'Reclaim');
    await page.getByRole('tab', { name: 'Cases' }).click();
    await page.getByRole('table', { name: 'Cases', exact: true }).getByText('DRY RUN').first().waitFor();

    await goTo(page, 'Position & brief');
    await page.getByRole('tab', { name: 'Brief' }).click();
    const saved = page.waitForEvent('download');
    await button(page, 'Export brief').click();
    const pdf = await readPdf(readFileSync(await (await saved).path()));
    expect(plain(pdf.text)).toContain('Unplugged');
    expect(pdf.pages.length).toBeGreaterThanOrEqual(8);
  });

  test('page and workers asked for nothing, and no policy was broken [APP-04]', async () => {
    expect(watched.targets.filter((type) => type === 'worker').length).toBeGreaterThanOrEqual(2);
    expect(watched.requests.filter((request) => !staysInside(request))).toEqual([]);
    expect(app.faults).toEqual([]);
    expect(await page.getByText('Network: none').isVisible()).toBe(true);
  });
});

/** Counts everything that reaches it. */
async function startSink(): Promise<{
  readonly server: Server;
  readonly port: number;
  readonly arrived: string[];
}> {
  const arrived: string[] = [];
  const server = createServer((request, response) => {
    arrived.push(request.url ?? '');
    response.writeHead(200, { 'Access-Control-Allow-Origin': '*', 'Content-Type': 'text/plain' }).end('ok');
  });
  server.on('upgrade', (request, socket) => {
    arrived.push(request.url ?? '');
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, port: (server.address() as AddressInfo).port, arrived };
}

/** Tries to reach another host in many ways from a page. Every way has an address of its own. */
function tryEverything(page: Page, host: string): Promise<string[]> {
  return page.evaluate(async (to) => {
    const blocked: string[] = [];
    addEventListener('securitypolicyviolation', (event) => blocked.push(event.effectiveDirective));
    const http = `http://${to}/`;
    const attempts: Readonly<Record<string, () => unknown>> = {
      fetch: () => fetch(`${http}fetch`, { mode: 'no-cors' }),
      keepalive: () =>
        fetch(`${http}keepalive`, { mode: 'no-cors', method: 'POST', body: 'x', keepalive: true }),
      xhr: () => {
        const request = new XMLHttpRequest();
        request.open('GET', `${http}xhr`);
        request.send();
      },
      beacon: () => navigator.sendBeacon(`${http}beacon`, 'x'),
      websocket: () => new WebSocket(`ws://${to}/websocket`),
      eventsource: () => new EventSource(`${http}eventsource`),
      img: () => {
        new Image().src = `${http}img`;
      },
      style: () => {
        const link = document.createElement('link');
        link.rel = 'stylesheet';
        link.href = `${http}style`;
        document.head.append(link);
      },
      script: () => {
        const script = document.createElement('script');
        script.src = `${http}script`;
        document.head.append(script);
      },
      font: () => new FontFace('f', `url(${http}font)`).load(),
      background: () => {
        document.body.style.backgroundImage = `url(${http}background)`;
      },
      iframe: () => {
        const frame = document.createElement('iframe');
        frame.src = `${http}iframe`;
        document.body.append(frame);
      },
      object: () => {
        const object = document.createElement('object');
        object.data = `${http}object`;
        document.body.append(object);
      },
      video: () => {
        const video = document.createElement('video');
        video.src = `${http}video`;
        document.body.append(video);
      },
      form: () => {
        const frame = document.createElement('iframe');
        frame.name = 'target';
        document.body.append(frame);
        const form = document.createElement('form');
        form.action = `${http}form`;
        form.target = 'target';
        document.body.append(form);
        form.submit();
      },
      prefetch: () => {
        const link = document.createElement('link');
        link.rel = 'prefetch';
        link.href = `${http}prefetch`;
        document.head.append(link);
      },
      worker: () => {
        const source = `fetch('${http}worker', { mode: 'no-cors' }).catch(() => 0)`;
        const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
        const policy = (
          globalThis as unknown as {
            trustedTypes?: { createPolicy(n: string, r: object): { createScriptURL(u: string): string } };
          }
        ).trustedTypes;
        const isStrict = document.querySelector('meta[http-equiv]') !== null;
        return new Worker(
          isStrict || !policy
            ? url
            : policy.createPolicy('control', { createScriptURL: (u: string) => u }).createScriptURL(url),
        );
      },
    };
    for (const attempt of Object.values(attempts)) {
      try {
        await Promise.race([attempt(), new Promise((resolve) => setTimeout(resolve, 300))]);
      } catch {
        // Refused at once: what counts is what arrives.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    return blocked;
  }, host);
}

describe('the policy of the page', () => {
  let app: OpenApp;
  let page: Page;
  let sink: Awaited<ReturnType<typeof startSink>>;

  beforeAll(async () => {
    app = await openApp();
    page = app.page;
    page.setDefaultTimeout(20_000);
    sink = await startSink();
  });
  afterAll(async () => {
    await app?.close();
    sink?.server.close();
    sink?.server.closeAllConnections();
  });

  test('a page without it lets the same attempts through, so the detector works', async () => {
    const open = await app.context.newPage();
    const plainPage = createServer((_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end('<!doctype html><title>open</title><body></body>'),
    );
    await new Promise<void>((resolve) => plainPage.listen(0, '127.0.0.1', resolve));
    await open.goto(`http://127.0.0.1:${(plainPage.address() as AddressInfo).port}/`);
    await tryEverything(open, `127.0.0.1:${sink.port}`);
    await open.close();
    plainPage.close();
    const ways = new Set(sink.arrived.map((path) => path.replace(/[/?]/g, '')));
    for (const way of [
      'fetch',
      'keepalive',
      'xhr',
      'beacon',
      'websocket',
      'eventsource',
      'img',
      'style',
      'script',
      'font',
      'background',
      'iframe',
      'object',
      'video',
      'form',
      'worker',
    ]) {
      expect(ways).toContain(way);
    }
  });

  test('under it nothing of them arrives, and the browser says what it refused [APP-04]', async () => {
    await openSample(page);
    sink.arrived.length = 0;
    const blocked = await tryEverything(page, `127.0.0.1:${sink.port}`);
    expect(sink.arrived).toEqual([]);
    for (const directive of ['connect-src', 'img-src', 'font-src', 'frame-src', 'media-src', 'form-action']) {
      expect(blocked).toContain(directive);
    }
    expect(blocked.some((directive) => directive.startsWith('style-src'))).toBe(true);
  });

  test('a worker of the app is under the same policy [APP-04]', async () => {
    const worker = page.workers()[0];
    expect(worker).toBeDefined();
    sink.arrived.length = 0;
    const said = await worker!.evaluate(async (address) => {
      try {
        await fetch(address, { mode: 'no-cors' });
        return 'sent';
      } catch {
        return 'refused';
      }
    }, `http://127.0.0.1:${sink.port}/from-the-worker`);
    expect(said).toBe('refused');
    expect(sink.arrived).toEqual([]);
  });

  test('ways out that no policy can close are taken away at the start [APP-04]', async () => {
    const left = await page.evaluate(() =>
      ['RTCPeerConnection', 'webkitRTCPeerConnection', 'WebTransport', 'WebSocket', 'EventSource'].filter(
        (name) => (window as unknown as Record<string, unknown>)[name] !== undefined,
      ),
    );
    expect(left).toEqual([]);
    const pages = app.context.pages().length;
    expect(await page.evaluate((to) => window.open(to), `http://127.0.0.1:${sink.port}/window`)).toBeNull();
    await page.evaluate((to) => {
      location.href = `${to}location`;
    }, `http://127.0.0.1:${sink.port}/`);
    await page.evaluate((to) => {
      const link = document.createElement('a');
      link.href = `${to}link`;
      document.body.append(link);
      link.click();
    }, `http://127.0.0.1:${sink.port}/`);
    await page.waitForTimeout(500);
    expect(app.context.pages()).toHaveLength(pages);
    expect(page.url()).toContain(app.build.url);
    expect(sink.arrived).toEqual([]);
  });

  test('inside a frame of another page it shows nothing', async () => {
    const build = await serveBuild();
    const outer = createServer((_, response) =>
      response
        .writeHead(200, { 'Content-Type': 'text/html' })
        .end(
          `<!doctype html><title>outer</title><iframe src="${build.url}" width="900" height="700"></iframe>`,
        ),
    );
    await new Promise<void>((resolve) => outer.listen(0, '127.0.0.1', resolve));
    const framing = await app.context.newPage();
    await framing.goto(`http://127.0.0.1:${(outer.address() as AddressInfo).port}/`);
    await expect.poll(() => framing.frames().length).toBe(2);
    await framing.waitForTimeout(1_500);
    const inner = framing.frames()[1]!;
    expect(inner.url()).toBe(build.url);
    expect(await inner.evaluate(() => document.documentElement?.textContent?.trim() ?? '')).toBe('');
    await framing.close();
    outer.close();
    await build.stop();
  });

  test('a reload finds the page whole again', async () => {
    await page.goto(app.build.url);
    await untilLoaded(page);
    await button(page, 'Open Larkfield Group').waitFor();
  });
});
