export class Progress {
  constructor(stream?: { isTTY?: boolean; write(text: string): unknown }, options?: { every?: number });
  steps: { nama: string; detik: number }[];
  step<T>(name: string, work: () => Promise<T>, done?: (result: T) => string): Promise<T>;
  line(text: string): void;
}
