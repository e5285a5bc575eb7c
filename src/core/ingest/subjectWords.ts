import { codesOfWords, foldWord } from './foldWord.ts';
import { isEmptyWord } from './neverWords.ts';

/** Code of a word that names no known subject: one beyond the codes of `SUBJECT_TYPES`. */
export const SUBJECT_UNREAD = 4;

const UNKNOWN = 0;

const USERS =
  'user, users, named user, per user, user licence, user license, user cal, person, people, human, individual, ' +
  'employee, member, inetOrgPerson, Benutzer, Benutzerin, Nutzer, Anwender, Mitarbeiter, Mensch, utilisateur, ' +
  'utilisatrice, personne, employé, gebruiker, medewerker, persoon, usuario, usuaria, persona, empleado, utente, ' +
  'dipendente, usuário, usuária, utilizador, pessoa, użytkownik, osoba, användare, bruger, bruker, henkilö, ' +
  'käyttäjä, uživatel, felhasználó, kullanıcı, пользователь, ユーザー, 人, 用户, 사용자';

const DEVICES =
  'device, devices, per device, device licence, device license, device cal, computer, pc, desktop, desktop computer, ' +
  'laptop, notebook, workstation, thin client, phone, mobile, mobile phone, mobile device, smartphone, tablet, server, ' +
  'physical server, physical machine, hardware, machine, endpoint, kiosk, terminal, printer, scanner, Gerät, Geräte, ' +
  'Endgerät, Mobilgerät, Rechner, Arbeitsplatzrechner, Drucker, Telefon, appareil, appareil mobile, poste, ' +
  'poste de travail, ordinateur, ordinateur portable, équipement, terminal mobile, serveur, apparaat, toestel, ' +
  'werkstation, dispositivo, dispositivo móvil, equipo, ordenador, portátil, computadora, servidor, dispositivo mobile, ' +
  'apparecchio, postazione, computador, equipamento, aparelho, dispositivo móvel, urządzenie, komputer, serwer, enhet, ' +
  'dator, enhed, datamaskin, laite, tietokone, zařízení, počítač, eszköz, számítógép, cihaz, bilgisayar, устройство, ' +
  'компьютер, デバイス, 端末, コンピューター, 设备, 计算机, 기기, 장치, 컴퓨터';

const VIRTUAL_ENVIRONMENTS =
  'virtual, virtual environment, virtual machine, virtual machine instance, vm, vms, virtual desktop, vdi, ' +
  'virtual server, virtual instance, virtual host, container, instance, cloud instance, cloud pc, session host, ' +
  'virtuell, virtuelle, virtuel, virtuale, virtueel, virtuelle Umgebung, virtuelle Maschine, virtueller Desktop, virtueller Server, environnement virtuel, ' +
  'machine virtuelle, bureau virtuel, serveur virtuel, conteneur, virtuele omgeving, virtuele machine, ' +
  'virtuele desktop, entorno virtual, máquina virtual, escritorio virtual, servidor virtual, ambiente virtuale, ' +
  'macchina virtuale, desktop virtuale, ambiente virtual, área de trabalho virtual, środowisko wirtualne, ' +
  'maszyna wirtualna, virtuell maskin, virtuell miljö, virtuellt skrivbord, virtuelt miljø, virtuel maskine, ' +
  'virtuell datamaskin, virtuaalikone, virtuaaliympäristö, virtuální stroj, virtuální počítač, virtuální prostředí, ' +
  'virtuális gép, virtuális környezet, sanal makine, sanal ortam, виртуальная машина, виртуальная среда, ' +
  '仮想, 仮想マシン, 仮想環境, 仮想デスクトップ, 虚拟机, 虚拟环境, 虚拟桌面, 가상 머신, 가상 환경';

const NOT_KNOWN =
  'unknown, not known, not stated, undefined, n a, na, none, unbekannt, keine Angabe, k A, inconnu, onbekend, desconocido, ' +
  'sconosciuto, desconhecido, nieznany, okänd, ukjent, ukendt, tuntematon, neznámý, ismeretlen, bilinmiyor, ' +
  'неизвестно, 不明, 未知, 알 수 없음';

/** The words of each subject in the order of `SUBJECT_TYPES`, without *unknown*, separated by commas. */
export const SUBJECT_WORDS: readonly (readonly [subject: 'user' | 'device' | 'virtual', words: string])[] = [
  ['user', USERS],
  ['device', DEVICES],
  ['virtual', VIRTUAL_ENVIRONMENTS],
];

/** Codes of `SUBJECT_TYPES`: 1 user, 2 device, 3 virtual environment. */
const SUBJECT_BY_WORD = /* @__PURE__ */ codesOfWords([
  ...SUBJECT_WORDS.map(([, words], place) => [place + 1, words] as const),
  [UNKNOWN, NOT_KNOWN],
]);

/**
 * Code of `SUBJECT_TYPES` for a word in any of the languages that exports use, {@link SUBJECT_UNREAD} for a word that
 * names none of them, 0 for an empty cell and for a word that says that it is not known. Source: LOAD-18.
 */
export function readSubjectType(text: string): number {
  const trimmed = text.trim();
  if (isEmptyWord(trimmed)) return UNKNOWN;
  const word = foldWord(trimmed);
  return word === '' || word === '?' ? UNKNOWN : (SUBJECT_BY_WORD.get(word) ?? SUBJECT_UNREAD);
}
