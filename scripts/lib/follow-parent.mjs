// Loaded before the portal's processes (node --import): ends the process when the one that started it is gone. Its standard
// input is a pipe from there, which the kernel closes even after kill -9.
import { isMainThread } from 'node:worker_threads';

if (isMainThread) {
  const end = () => {
    process.kill(process.pid, 'SIGTERM');
    setTimeout(() => process.kill(process.pid, 'SIGKILL'), 20_000).unref();
  };
  process.stdin.on('end', end).on('error', end).resume();
  process.stdin.unref?.();
}
