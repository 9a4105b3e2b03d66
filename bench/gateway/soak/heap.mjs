import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

/** What lives on the heap of a JVM after a full collection: bytes by class, and in all. Nothing for what is no JVM. */
export function heap(running) {
  const pid = running.pids().find(one => fs.readFileSync(`/proc/${one}/comm`, 'utf8').trim() === 'java');
  if (!pid) return undefined;
  const jcmd = process.env.JAVA_HOME ? path.join(process.env.JAVA_HOME, 'bin/jcmd') : 'jcmd';
  for (let i = 0; i < 2; i++) execFileSync(jcmd, [`${pid}`, 'GC.run'], { stdio: 'ignore' });
  const text = execFileSync(jcmd, [`${pid}`, 'GC.class_histogram'], { encoding: 'utf8', maxBuffer: 64 << 20 });
  const classes = new Map([...text.matchAll(/^ *\d+: +(\d+) +(\d+) +(\S+)/gm)].map(([, , bytes, name]) => [name, Number(bytes)]));
  return { total: Number(/^Total +\d+ +(\d+)/m.exec(text)[1]), classes };
}

/** The classes that have grown most. */
export function growth(before, after, most = 8) {
  return [...after.classes].map(([name, bytes]) => [name, bytes - (before.classes.get(name) ?? 0)]).sort((a, b) => b[1] - a[1]).slice(0, most);
}
