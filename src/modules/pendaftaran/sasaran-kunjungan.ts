import { type EntityManager } from 'typeorm';
import { type SasaranKunjungan } from '../lapangan/kunjungan.types.js';
import { teks } from './pendaftaran.aturan.js';
import { Pendaftaran } from './pendaftaran.entity.js';
import { jawabanDari } from './pendaftaran.kueri.js';
import { STATUS_MENUNGGU_KANTOR } from './pendaftaran.status.js';

/** An application as a field visit needs it: it is visited while the office examines it. Null when there is none. */
export async function sasaranKunjungan(em: EntityManager, id: number): Promise<SasaranKunjungan | null> {
  const p = await em.findOneBy(Pendaftaran, { id });
  if (!p || p.diajukanPertamaPada === null) return null;
  const j = jawabanDari(p);
  const kelurahan = Number(teks(j, 'kelurahan'));
  const kelurahanId = Number.isSafeInteger(kelurahan) && kelurahan > 0 ? kelurahan : null;
  const [tempat] = await em.query<{ id: number }[]>('SELECT id FROM kelurahan WHERE id = ?', [kelurahanId]);
  const [rt, rw] = [teks(j, 'rt'), teks(j, 'rw')];
  const bagian = [teks(j, 'alamat'), rt && `RT ${rt}`, rw && `RW ${rw}`];
  return {
    ...{ sasaran: { jenis: 'pendaftaran', id }, nama: p.nama, opdId: null, pemohonId: p.akunId },
    alamat: bagian.filter(Boolean).join(', ').slice(0, 300),
    ...{ kelurahanId: tempat ? kelurahanId : null, terbuka: STATUS_MENUNGGU_KANTOR.includes(p.status) },
  };
}
