import { describe, expect, test } from 'vitest';
import { proposeMeanings } from '../../../src/core/ingest/proposeMeanings.ts';
import { isSecretHeader } from '../../../src/core/ingest/secretHeader.ts';

const meaningOf = (header: string): string => proposeMeanings(['User ID', header])[1]!.meaning;

describe('headers that no list knows [LOAD-13]', () => {
  test.each([
    ['Última conexión al portal', 'lastSignIn'],
    ['Última vez activo en Jira', 'lastSignIn'],
    ['Dernière session ouverte', 'lastSignIn'],
    ['Zuletzt angemeldet am', 'lastSignIn'],
    ['最終アクセス日時', 'lastSignIn'],
    ['Fecha de la última actividad de Teams', 'lastAction'],
    ['Ultima attività nel portale', 'lastAction'],
    ['Última actualización', 'ignore'],
    ['Dernière mise à jour', 'ignore'],
    ['Último cambio de contraseña', 'ignore'],
    ['Última alteração de senha', 'ignore'],
    ['Password last set', 'ignore'],
    ['Letzte Anmeldezeit im Portal', 'lastSignIn'],
    ['Letzter Anmeldeversuch', 'lastAttempt'],
    ['Last SSO', 'lastSsoSignIn'],
    ['Senast inloggad', 'lastSignIn'],
    ['Days since last login', 'ignore'],
    ['last_sign_in_days', 'ignore'],
    ['Tage seit letzter Anmeldung', 'ignore'],
    ['Last active day', 'lastSignIn'],
  ])('%s is proposed as %s', (header, meaning) => {
    expect(meaningOf(header)).toBe(meaning);
  });

  test.each([
    ['signInActivity.lastSignInDateTime', 'lastAttempt'],
    ['signInActivity.lastSuccessfulSignInDateTime', 'lastSsoSignIn'],
    ['profile.email', 'email'],
    ['profile.password', 'ignore'],
    ['location.name', 'ignore'],
    ['name.givenName', 'firstName'],
    ['name.familyName', 'lastName'],
    ['cost_center.code', 'unit'],
  ])('a field of a flattened record: %s is proposed as %s', (header, meaning) => {
    expect(meaningOf(header)).toBe(meaning);
  });
});

describe('headers that say whom they are about [LOAD-13]', () => {
  test.each([
    ['Agent Name', 'displayName'],
    ['Agent Email', 'email'],
    ['Member e-mail address', 'email'],
    ['Primary user UPN', 'userPrincipalName'],
    ['Account created on', 'createdOn'],
    ['Account type', 'licenceType'],
    ['User Is Disabled (Yes / No)', 'accountSuspended'],
    ['Name des Agenten', 'displayName'],
    ['E-Mail des Agenten', 'email'],
    ['Nombre del agente', 'displayName'],
    ['Adresse e-mail de l’utilisateur', 'email'],
    ['Status des Tickets', 'ignore'],
    ['Employee ID/Email', 'employeeNumber'],
    ['Name/Phone', 'ignore'],
    ['User agent', 'ignore'],
    ['User updated', 'ignore'],
    ['Contact phone', 'ignore'],
  ])('%s is proposed as %s', (header, meaning) => {
    expect(meaningOf(header)).toBe(meaning);
  });

  test('a column that says it plainly comes before one that names its owner', () => {
    expect(proposeMeanings(['Agent Email', 'Email']).map(({ meaning }) => meaning)).toEqual([
      'ignore',
      'accountId',
    ]);
  });
});

describe('columns that look like passwords [LOAD-10]', () => {
  test.each([
    'Password [Required]',
    'user_password',
    'Passwort',
    'Kennwort',
    'Wachtwoord',
    'Mot de passe',
    'Senha [obrigatório]',
    'パスワード',
    'Lösenord',
    'Hasło',
    'Contraseña',
    'profile.password',
    'token',
    'API token',
    'accessToken',
    'Client secret',
    'api_key',
    'SSH key',
    'Private Key',
    'licence key',
    'License Key',
    'Hashed password',
    'PIN',
  ])('%s is a secret', (header) => {
    expect(isSecretHeader(header)).toBe(true);
  });

  test.each(['Key', 'Issue key', 'key', 'Pinned', 'Tokenised', 'Secretary', 'user_name'])(
    '%s is none',
    (header) => {
      expect(isSecretHeader(header)).toBe(false);
    },
  );

  test.each([
    'Última alteração de senha',
    'Letzte Änderung Kennwort',
    'Last Password Change',
    'Passwd changed on',
  ])('%s is a fact about one', (header) => {
    expect(isSecretHeader(header)).toBe(false);
  });
});

describe('headers of one list in further languages [LOAD-13]', () => {
  const MEANINGS = [
    'accountId',
    'displayName',
    'email',
    'unit',
    'lastSignIn',
    'accountStatus',
    'licenceType',
  ];
  test.each([
    'Loginnaam;Naam;E-mailadres;Organisatieonderdeel;Laatst ingelogd;Actief;Licentietype',
    'Kennung;Vollständiger Name;Mailadresse;Kostenstelle;Letzter Login;Konto aktiv;Lizenzart',
    'Identifiant de connexion;Nom affiché;Courriel;Direction;Dernier accès;État;Licence',
    'ID de usuario;Nombre para mostrar;Dirección de correo electrónico;Área;Fecha de último acceso;Estado;Licencia',
    'ID utente;Nome visualizzato;Posta elettronica;Ufficio;Data ultimo accesso;Stato;Licenza',
    'Utilizador;Nome a apresentar;Endereço de e-mail;Setor;Último acesso;Ativo;Licença',
    'Brukernavn;Fullt navn;E-post;Avdeling;Sist pålogget;Aktiv;Lisenstype',
    'Brugernavn;Fulde navn;E-mail;Afdeling;Sidst logget ind;Aktiv;Licenstype',
    'Käyttäjätunnus;Nimi;Sähköposti;Osasto;Viimeisin kirjautuminen;Tila;Lisenssi',
    'Uživatelské jméno;Jméno a příjmení;E-mail;Oddělení;Poslední přihlášení;Aktivní;Licence',
    'Felhasználónév;Teljes név;E-mail cím;Osztály;Utolsó bejelentkezés;Aktív;Licenc',
    'Nume de utilizator;Nume complet;Adresă de e-mail;Departament;Ultima autentificare;Activ;Tip licență',
    'Kullanıcı adı;Ad Soyad;E-posta;Departman;Son oturum açma;Aktif;Lisans türü',
    'Логин;ФИО;Электронная почта;Отдел;Дата последнего входа;Активен;Тип лицензии',
    'ログインID;名前;メールアドレス;所属;最終ログイン日時;ステータス;ライセンス',
  ])('%s', (header) => {
    expect(proposeMeanings(header.split(';')).map(({ meaning }) => meaning)).toEqual(MEANINGS);
  });
});

test.each([
  ['USER_ID,USER_NAME,FIRST_NAME,LAST_NAME', ['accountId', 'userName', 'firstName', 'lastName']],
  ['User Id,User name,First name,Last name', ['accountId', 'userName', 'firstName', 'lastName']],
  ['User id,User name,email', ['accountId', 'displayName', 'email']],
  ['Name,Network login name,Email', ['displayName', 'accountId', 'email']],
  ['Last Name,First Name,Operator Login Name,E-mail', ['lastName', 'firstName', 'accountId', 'email']],
  ['Employee.LoginID,Display Name,Primary Email', ['accountId', 'displayName', 'email']],
  ['Benutzername,Voller Name,Função', ['accountId', 'displayName', 'role']],
])('the name of a login and of a person in %s [LOAD-13]', (header, meanings) => {
  expect(proposeMeanings(header.split(',')).map(({ meaning }) => meaning)).toEqual(meanings);
});
