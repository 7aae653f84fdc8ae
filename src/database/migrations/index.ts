import { RujukanDanOrmas1700000000001 } from './1700000000001-rujukan-dan-ormas.js';
import { AkunAuditBerkas1700000000002 } from './1700000000002-akun-audit-berkas.js';
import { Kegiatan1700000000003 } from './1700000000003-kegiatan.js';
import { PenilaianLaporan1700000000004 } from './1700000000004-penilaian-laporan.js';
import { ImporPratinjau1700000000005 } from './1700000000005-impor-pratinjau.js';
import { PencarianOrmas1700000000006 } from './1700000000006-pencarian-ormas.js';
import { Pendaftaran1700000000007 } from './1700000000007-pendaftaran.js';
import { SuratDanLapangan1700000000008 } from './1700000000008-surat-dan-lapangan.js';
import { RiwayatDanPerubahan1700000000009 } from './1700000000009-riwayat-dan-perubahan.js';
import { NotifikasiRadar1700000000010 } from './1700000000010-notifikasi-radar.js';
import { PerbaikanKegiatan1700000000011 } from './1700000000011-perbaikan-kegiatan.js';
import { GandaDanPenggabungan1700000000012 } from './1700000000012-ganda-dan-penggabungan.js';
import { PembinaanDanRekomendasi1700000000013 } from './1700000000013-pembinaan-dan-rekomendasi.js';
import { Kunjungan1700000000014 } from './1700000000014-kunjungan.js';
import { PemetaanKlaster1700000000015 } from './1700000000015-pemetaan-klaster.js';
import { JejakPerhitungan1700000000016 } from './1700000000016-jejak-perhitungan.js';
import { IndeksRegister1700000000017 } from './1700000000017-indeks-register.js';
import { BantahanKegiatanBersama1700000000020 } from './1700000000020-bantahan-kegiatan-bersama.js';
import { AlamatMasuk1700000000021 } from './1700000000021-alamat-masuk.js';
import { RekomendasiKunjungan1700000000022 } from './1700000000022-rekomendasi-kunjungan.js';
import { BarisMirip1700000000025 } from './1700000000025-baris-mirip.js';
import { CatatanPendaftaran1700000000027 } from './1700000000027-catatan-pendaftaran.js';
import { ProfilOrmas1700000000028 } from './1700000000028-profil-ormas.js';

/** Every migration, oldest first; a new one is added at the end. */
export const MIGRASI = [
  RujukanDanOrmas1700000000001,
  AkunAuditBerkas1700000000002,
  Kegiatan1700000000003,
  PenilaianLaporan1700000000004,
  ImporPratinjau1700000000005,
  PencarianOrmas1700000000006,
  Pendaftaran1700000000007,
  SuratDanLapangan1700000000008,
  RiwayatDanPerubahan1700000000009,
  NotifikasiRadar1700000000010,
  PerbaikanKegiatan1700000000011,
  GandaDanPenggabungan1700000000012,
  PembinaanDanRekomendasi1700000000013,
  Kunjungan1700000000014,
  PemetaanKlaster1700000000015,
  JejakPerhitungan1700000000016,
  IndeksRegister1700000000017,
  BantahanKegiatanBersama1700000000020,
  AlamatMasuk1700000000021,
  RekomendasiKunjungan1700000000022,
  BarisMirip1700000000025,
  CatatanPendaftaran1700000000027,
  ProfilOrmas1700000000028,
];
