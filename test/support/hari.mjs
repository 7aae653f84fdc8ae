// UJI_HARI=2027-01-01 npm test -- …: the tests and the application in them live on that day (Jakarta), at the present
// hour. Processes that a test starts keep the true day.
const hari = process.env.UJI_HARI;
if (hari) {
  const Asli = globalThis.Date;
  const kini = Asli.now();
  const hariIni = new Asli(kini + 7 * 3_600_000).toISOString().slice(0, 10);
  const geser = Asli.parse(`${hari}T00:00:00Z`) - Asli.parse(`${hariIni}T00:00:00Z`);
  if (!Number.isFinite(geser)) throw new Error(`UJI_HARI is no day: ${hari}`);
  globalThis.Date = class Date extends Asli {
    constructor(...isi) {
      if (isi.length === 0) super(Asli.now() + geser);
      else super(...isi);
    }
    static now() {
      return Asli.now() + geser;
    }
  };
}
