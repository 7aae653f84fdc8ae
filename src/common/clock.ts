/**
 * The only place that reads the machine's clock. Inject it, so that a test can stand at 23.59 WIB on 30 November.
 */
export class Clock {
  /** The present instant (UTC inside, shown in WIB at the edges). */
  sekarang(): Date {
    return new Date();
  }
}
