import { FORMULIR } from './formulir.data.js';
import { bedaPutaran, dokumenDiminta, kataDokumen, kataJawaban, potretJawaban } from './pendaftaran.aturan.js';
import { type CatatanKantor, type PendaftaranRinci } from './pendaftaran.types.js';

// The remarks of the office, and whether the applicant has answered them by changing what they are about.

/** What an application holds of remarks, and what they are about. */
type Dicatat = Pick<
  PendaftaranRinci,
  'jawaban' | 'dokumen' | 'putaran' | 'rujukan' | 'catatanBidang' | 'catatanBidangAtas'
>;

/** The remarks on fields, each with whether its field was changed since. */
export function catatanIsian(p: Omit<Dicatat, 'dokumen'>): CatatanKantor[] {
  const lalu = p.putaran.findLast((r) => r.berakhirPada !== null)?.potret;
  return FORMULIR.flatMap((h) =>
    h.kolom.flatMap((k): CatatanKantor[] => {
      const catatan = p.catatanBidang[k.nama];
      if (!catatan) return [];
      const sesudah = kataJawaban(k, p.jawaban, p.rujukan);
      const sebelum = p.catatanBidangAtas[k.nama] ?? lalu?.find((b) => b.bidang === k.nama)?.nilai ?? sesudah;
      return [
        {
          ...{ jenis: 'isian', bidang: k.nama, tempat: h.kode, label: k.label, teks: catatan },
          ...{ sebelum, sesudah, dijawab: sebelum !== sesudah },
        },
      ];
    }),
  );
}

/**
 * Everything that the office wants mended, for the applicant: remarks on fields, and documents that were not found in
 * order. A document is changed when it is not as it was sent.
 */
export function catatanKantor(p: Dicatat): CatatanKantor[] {
  const lalu = p.putaran.findLast((r) => r.berakhirPada !== null)?.dokumen;
  const dokumen = dokumenDiminta(p.jawaban).flatMap(({ dokumen: d }): CatatanKantor[] => {
    const ada = p.dokumen.find((x) => x.kode === d.kode);
    if (!ada || ada.putusan === 'sesuai' || (ada.catatan === '' && ada.putusan === 'belum')) return [];
    const sesudah = kataDokumen({ ...ada, sidik: ada.sha256 });
    const sebelum = lalu?.find((x) => x.kode === d.kode)?.nilai ?? sesudah;
    return [
      {
        ...{ jenis: 'dokumen', bidang: d.kode, tempat: d.kode, label: d.nama, teks: ada.catatan || 'Tidak sesuai.' },
        ...{ sebelum, sesudah, dijawab: sebelum !== sesudah },
      },
    ];
  });
  return [...catatanIsian(p), ...dokumen];
}

/**
 * Whether a returned application is about to be sent again without an answer: none of what was remarked was changed, or,
 * where nothing was remarked but in general, nothing at all.
 */
export function tanpaJawaban(p: Dicatat): boolean {
  const catatan = catatanKantor(p);
  if (catatan.length > 0) return catatan.every((c) => !c.dijawab);
  const lalu = p.putaran.at(-1);
  if (!lalu) return false;
  const dokumen = p.dokumen.map((d) => ({ kode: d.kode, nilai: kataDokumen({ ...d, sidik: d.sha256 }) }));
  return bedaPutaran(lalu, { potret: potretJawaban(p.jawaban, p.rujukan), dokumen }).length === 0;
}
