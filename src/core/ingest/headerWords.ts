import { readHeaderKey } from './headerKey.ts';
import { isKindHeader } from './kinds/kindHeaderWords.ts';
import type { Meaning } from './meaning.ts';

/**
 * Headers that are known, by the meaning they have, best first: of several columns that fit a meaning which only one
 * column can have, the earlier word wins. Source: header words by role.
 */
const WORDS: readonly (readonly [Meaning, string])[] = [
  [
    'accountId',
    'User ID|user_name|Username|userid|uid|Login Name|LOGIN_NAME|Login|Login ID|account_id|' +
      'sAMAccountName|Atlassian ID|Account ID|GitHub com login|Anmeldename|Benutzername|Identifiant|' +
      "Inlognaam|Gebruikersnaam|Nom d'utilisateur|Nombre de usuario|Nome utente|Benutzerkennung|Anmeldekennung|Logon name|" +
      'Nazwa użytkownika|Nome de usuário|Nome do utilizador|Användarnamn|Brukernavn|Brugernavn|Käyttäjätunnus|' +
      'Uživatelské jméno|Felhasználónév|Kullanıcı adı|Имя пользователя|Логин|ユーザー名|用户名|사용자 이름|' +
      'UserLoginID|User login|Network login name|Operator login name|Technician login name|Agent login name|Employee.LoginID|Benutzer|Benutzer-ID|Benutzerlogin|Usuário|Usuario|Utilizador|Utente|Utilisateur|' +
      'ID utilisateur|ID utente|Gebruiker|Användare|Bruger|Bruker|Käyttäjä|Użytkownik|Uživatel|Пользователь|ユーザーID|用户|사용자|' +
      '帳號|使用者帳號|使用者名稱|账号|사용자 ID|아이디|계정|App username|Application username|system user name|account|user|ID|objectId|sys_id' +
      '|Loginnaam|Aanmeldnaam|Identifiant de connexion|Identifiant utilisateur|ID de usuario|Nume de utilizator|Utilizator|ログインID|Network ID|NT Login|NT ID|Kennung|Benutzerkürzel|Codice utente|Código de usuario|Felhasználó|Kullanıcı|Учетная запись|Имя для входа|Přihlašovací jméno|Korisničko ime|Uporabniško ime|Потребителско име|Όνομα χρήστη',
  ],
  [
    'userPrincipalName',
    'User principal name|userPrincipalName|User principle name|UPN|Benutzerprinzipalname|' +
      "Nom d'utilisateur principal|Nom principal de l'utilisateur|Nom d’utilisateur principal|" +
      'Nombre principal de usuario|Nome dell’entità utente|Nome principal do usuário|Nome UPN|' +
      'User Principal Name (UPN)|ユーザー プリンシパル名|用户主体名称',
  ],
  [
    'email',
    'email|e-mail|Email Address|mail|primary email|default email|E-Mail-Adresse|adresse e-mail|courriel|' +
      'e-mailadres|correo electrónico|correo|indirizzo email|user.email|E-post|E-mailadresse|Adres e-mail|' +
      'Endereço de e-mail|メールアドレス|电子邮件|Adresse de messagerie|Adresses de messagerie|Adresse mail|' +
      'Adresse électronique|Posta elettronica|Indirizzo di posta elettronica|Dirección de correo|' +
      'Dirección de correo electrónico|Correio eletrónico|Sähköposti|이메일|Email addresses|' +
      'E-Mail-Adressen|Adresses e-mail|E-mailadressen|Correos electrónicos|Indirizzi email|' +
      'E-postadress|E-postadresse|Adres email|邮箱|电子邮箱|邮件地址|メール|이메일 주소|Sähköpostiosoite|E-mailová adresa|E-posta|Электронная почта|' +
      '電子郵件|電子郵件地址' +
      '|Mailadresse|E-mail cím|Adresă de e-mail|E-posta adresi|SMTP|SMTP Address|Primary SMTP Address|Адрес электронной почты|Почта|Emailová adresa|E-mail adresa|Indirizzo mail',
  ],
  [
    'displayName',
    'name|Display name|full_name|fullname|Worker|user.name|GitHub com name|Anzeigename|Nom complet|nom|naam|Volledige naam|nombre|nome|Nombre completo|Nome completo|' +
      'Vollständiger Name|Voller Name|Vor- und Nachname|Nom et prénom|Nome e cognome|Imię i nazwisko|Namn|Navn|名前|姓名|氏名|' +
      'Employee name|Technician|Technician Name|Operator|Agent|Nombre para mostrar|Nombre de visualización|' +
      'Nom d’affichage|Nome visualizzato|Nome de exibição|Weergavenaam|表示名|显示名称|表示名称|' +
      'friendly name|Bearbeiter|Mitarbeiter|Mitarbeitername|Techniker|Opérateur|Technicien|Behandelaar|Medewerker|Operador|' +
      'Operatore|Técnico|Empleado|Employé|Dipendente|' +
      '顯示名稱|使用者姓名|이름|성명' +
      '|Jméno a příjmení|Celé jméno|Zobrazované jméno|Fulde navn|Fullt navn|Fullständigt namn|Visningsnamn|Visningsnavn|Nimi|Koko nimi|Näyttönimi|Nom affiché|Teljes név|Név|Megjelenített név|Nume complet|Ad Soyad|Adı Soyadı|Görünen ad|ФИО|Полное имя|Отображаемое имя|Nome a apresentar|Nazwa wyświetlana|Imię i Nazwisko użytkownika|Ονοματεπώνυμο',
  ],
  [
    'firstName',
    'first_name|given name|forename|Vorname|Prénom|Voornaam|Roepnaam|Nombre de pila|Primer nombre|Nome próprio|' +
      'Primeiro nome|Imię|Förnamn|Fornavn|Etunimi|Křestní jméno|Keresztnév|Имя',
  ],
  [
    'lastName',
    'last_name|surname|family name|Nachname|Familienname|Nom de famille|Achternaam|Apellido|Apellidos|Cognome|' +
      'Sobrenome|Apelido|Nazwisko|Efternamn|Etternavn|Efternavn|Sukunimi|Příjmení|Vezetéknév|Soyadı|Фамилия',
  ],
  ['userName', 'user logon name|nickname|raw_login|handle'],
  [
    'employeeNumber',
    'employee_number|Employee ID|Employee no|personnel number|Personalnummer|Mitarbeiternummer|' +
      'Personeelsnummer|Matricule|matricola|número de empleado|ID do funcionário|Matrícula|ID de empleado|' +
      "Numéro d'employé|ID de l'employé|ID dipendente|Mitarbeiter-ID|Personal-Nr|Pers.No.|従業員番号|社員番号|工号",
  ],
  [
    'licenceType',
    'User License|License name|Licence name|Lizenzname|License Type|Licence Type|License|Licence|Licentie|Licenses|Licences|' +
      'Assigned Products|Software model|Product|Product Configurations|Subscription type|seat type|Type de siège|Sitztyp|Tipo de puesto|Tipo di postazione|' +
      'Account type|Lizenz|Lizenztyp|Lizenzart|Benutzerlizenz|Type de licence|Licencia|Tipo de licencia|Licenza|Licença|Licencja|' +
      'Licens|Lisens|ライセンス|Application name|Seat|Assigned Licenses|Assigned licences|' +
      'Zugewiesene Lizenzen|Licences attribuées|Licencias asignadas|Tipo di licenza|Tipo de licença|' +
      'Licentietype|Licenstyp|Licenstype|Lisenstype|Typ licencji|许可证|License SKU|Subscription|Subscription plan|' +
      'Plan|Plan name|Abonnement|Licence utilisateur|Licencia de usuario|Licenza utente|Licença de usuário|' +
      'Gebruikerslicentie|Productos asignados|Zugewiesene Produkte|Produits attribués|Prodotti assegnati|' +
      'Produtos atribuídos|Toegewezen producten|割り当て済み製品|UserLicense.Name|licensing role|licensing role name|' +
      'Agent type|App|App name|Site role|' +
      'Produit|Produkt|Producto|Prodotto|Produto|Type licentie|Soort licentie|许可证类型|授权类型|Vertraglicher Nutzertyp|Contractual user type|' +
      '授權|授權類型|라이선스|라이선스 유형' +
      '|Lisenssi|Lisenssityyppi|Licenc|Licenctípus|Licență|Tip licență|Lisans|Lisans türü|Lisans tipi|Лицензия|Тип лицензии|Typ licence|SKU|Ліцензія',
  ],
  [
    'accountStatus',
    'active|User status|Account status|Status|state|accountEnabled|enabled|billing-active|is active|' +
      'Active status|Membership status|Statut|Estado|Stato|État|Kontostatus|Stav|Situação|Konto aktiviert|Compte activé|Cuenta habilitada|Account abilitato|Conta habilitada|Account ingeschakeld|ステータス|状態|状态|상태|IsActive|Actif|Aktiv|Aktiviert|Actief|activo|attivo|userAccountControl|' +
      'Status konta|Stato account|Statut du compte|Estado de la cuenta|Accountstatus|Benutzerstatus|Statut utilisateur|Estado del usuario|Stato utente|账户状态|账号状态|Kontotila|Stav účtu|Hesap durumu|Статус|' +
      '狀態|계정 상태' +
      '|Aktywny|Aktivní|Tila|Aktív|Állapot|Activ|Stare|Aktif|Durum|Активен|Активна|Состояние|Ativo|Konto aktiv|Compte actif|Cuenta activa|Account attivo|Stato attivo',
  ],
  [
    'accountSuspended',
    'Suspended|suspended?|Gearchiveerd|Archived|Login disabled|Block credential|Is Deleted|deactivated|disabled|locked_out|' +
      'Gesperrt|Deaktiviert|Archiviert|Geblokkeerd|Suspendu|Désactivé|Archivé|Bloqué|Suspendido|Bloqueado|' +
      'Archivado|Sospeso|Bloccato|Zablokowany|Suspenso|Blocked|Locked|Is suspended|Is disabled|Is locked|Inactive|Inaktiv',
  ],
  [
    'userType',
    'Identity type|user type|record type|mailbox type|' +
      'Benutzertyp|Type d’utilisateur|Tipo de usuario|Tipo di utente|Type gebruiker|Tipo de usuário|Användartyp|ユーザー種別|用户类型',
  ],
  [
    'webServiceOnly',
    'web_service_access_only|Web Services User?|web service only|Nur Webservice-Zugriff|Nur Zugriff auf Webservices|' +
      'Accès aux services Web uniquement|Solo acceso a servicios web|Alleen toegang tot webservice',
  ],
  ['integrationUser', 'internal_integration_user|integration user'],
  ['delegates', 'delegates|delegate|delegated to|full access delegates'],
  [
    'createdOn',
    'sys_created_on|Created|created_at|Created on|Created Date|Date created|createdDateTime|' +
      'When created|Account created|Added to org|creation date|Erstellt|Erstellt am|Date de création|' +
      'Aangemaakt op|fecha de creación|data di creazione|Fecha de alta|Erstellungsdatum|Créé le|Angelegt am|Data utworzenia|' +
      'Data de criação|Skapad|Opprettet|Oprettet|Created Time|Create Date|Create time|Date added|Added on|Member since|' +
      'Registered on|Registration date|Créé|Creado|Creato|Criado|Aangemaakt|Anlagedatum|Creato il|Criado em|Creado el|Date d’ajout|Utworzono|作成日|创建时间|Creation time|' +
      'Join date|Joined|Joined on|Date joined|Account creation date|Date d’inscription|' +
      'Datum aangemaakt|Aanmaakdatum|登録日|登録日時|创建日期|注册时间|Skapad den|Luotu|Létrehozva|Oluşturulma tarihi|Дата создания|Vytvořeno|생성일|' +
      '建立日期|建立時間|생성일시|가입일',
  ],
  [
    'assignedOn',
    'assigned_on|assigned at|assigned date|Subscription assigned|license assigned|licence assigned|' +
      'License Assign Date|time granted|Access granted|' +
      'License assigned date|Licence assigned date|Allocated on|Allocated at|Allocation date|Assignment date|Date assigned|Zugewiesen am|Zuweisungsdatum|Attribué le|Asignado el|Assegnato il|Toegewezen op',
  ],
  [
    'activatedOn',
    'activated_on|Activation date|activated at|activated|Claimed Date|first login|first sign in',
  ],
  [
    'retiredOn',
    'retired_on|Unassigned on|Deactivated date|deactivated on|Deleted Date|access expiration|removed on',
  ],
  [
    'invitedOn',
    'invited_on|invited at|invitation date|invited|invitation sent|Einladungsdatum|Datum der Einladung|' +
      'Eingeladen am|Date d’invitation|Invité le|Fecha de invitación|Data di invito|Data do convite|Uitgenodigd op',
  ],
  [
    'leftOn',
    'left_on|Termination Date|terminated on|leaving date|last working day|Austrittsdatum|Date de départ|Datum uit dienst',
  ],
  [
    'lastAction',
    'last_action|Last work|last real work|Last Activity|Last Activity At|Last Activity Date|' +
      'last_used|last update by user|last resolved|last worked on|Letzte Aktivität|Dernière activité|Laatste activiteit',
  ],
  [
    'lastSignIn',
    'last_login_time|last_login|Last login date|Last sign-in|Last Sign In|last_login_at|' +
      'last_sign_in_at|LastLoginDateTime|last_session|Last Authenticated At|last_active|last_active_at|' +
      'Last active date|Last seen|last accessed|Dernière connexion|Letzte Anmeldung|Laatst ingelogd|' +
      'Laatste login|Último acceso|Último inicio de sesión|Ultimo accesso|Letzter Login|Zuletzt angemeldet|' +
      'Laatste aanmelding|Dernier accès|Ostatnie logowanie|Último login|Último acesso|Senaste inloggning|' +
      'Siste innlogging|Seneste login|Letzte Anmeldezeit|Viimeisin kirjautuminen|Poslední přihlášení|Son giriş|Последний вход|' +
      '最終ログイン|最終ログイン日時|最終ログイン日|最終サインイン|最后登录|最后登录时间|上次登录时间|마지막 로그인|' +
      '上次登入時間|上次登入|最後登入時間|最後登入|마지막 로그인 시간|최근 로그인|최종 로그인' +
      '|Utolsó bejelentkezés|Utolsó belépés|Ultima autentificare|Ultima conectare|Son oturum açma|Дата последнего входа|Последняя авторизация|Sist pålogget|Останній вхід|Последно влизане|Τελευταία σύνδεση',
  ],
  [
    'lastSsoSignIn',
    'lastLogonTimestamp|lastLogon|LastLogonDate|last_sso_sign_in|last sso login|lastSuccessfulSignInDateTime',
  ],
  ['lastAttempt', 'lastSignInDateTime|last_attempt|last login attempt|last sign in attempt'],
  [
    'lastBackground',
    'lastNonInteractiveSignInDateTime|last_background|last api call|last api use|last token use',
  ],
  [
    'role',
    'role.name|role|roles|Profile|Profil|Org role|user role|Rolle|Rôle|rol|ruolo|Função|Papel|Admin Roles|Organization roles|Organisation roles|Security role|' +
      'Workspace role|System role|Permission profile',
  ],
  [
    'permissions',
    'permissions|permission|Permission set|Permission sets|Permission groups|Permission set groups|Permission level|' +
      'Permissions granted|User permissions|Access rights|Access level|Access levels|Rights|User rights|Privileges|' +
      'Entitlements|Group List|Berechtigungen|Berechtigung|Rechte|Zugriffsrechte|Autorisations|Permissions accordées|' +
      "Droits|Droits d'accès|Habilitations|Machtigingen|Rechten|Toegangsrechten|Permisos|Derechos de acceso|Permessi|" +
      'Autorizzazioni|Diritti di accesso|Permissões|Direitos de acesso|Uprawnienia|Behörigheter|Behörighet|Tillatelser|' +
      'Rettigheter|Rettigheder|Tilladelser|Käyttöoikeudet|Oprávnění|Jogosultságok|Yetkiler|İzinler|Права|' +
      'Права доступа|権限|アクセス権|权限|권한',
  ],
  ['vip', 'vip|is vip'],
  [
    'unit',
    'department|Department name|department_names|cost_center|Cost centre|Kostenplaats|Kostenstelle|' +
      'Org Unit Path|Organizational unit|Abteilung|Afdeling|Département|departamento|reparto|unit|Dział|Avdelning|Avdeling|Organisationseinheit|部門|部门|' +
      'Dept|Centre de coûts|Centro de coste|Centro de costes|Centro di costo|Centro de custo|Kostnadsställe|Kostnadssted|' +
      'Omkostningssted|コストセンター|成本中心|Business unit|Division|Business area|Bereich|Geschäftsbereich|Divisie|División|' +
      'Divisione|Divisão|companyName|Company|unit_text|Org Unit|Organisation unit|' +
      '部署|所属|所属部署|部门名称|부서' +
      '|Oddělení|Útvar|Osasto|Yksikkö|Osztály|Departament|Departman|Bölüm|Birim|Отдел|Подразделение|Департамент|Área|Setor|Ufficio|Organisatieonderdeel|Komórka organizacyjna|Direction',
  ],
  [
    'manager',
    'manager.user_name|manager.email|Manager Email|manager|Manager Name|Manager ID|Reporting Manager|supervisor|line manager|Vorgesetzter|Leidinggevende|Responsable' +
      '|Vedoucí|Przełożony|Менеджер|Руководитель|Yönetici|Felettes|Esimies|Chef|Leder|Gerente|Gestor|マネージャー|上司|经理|관리자',
  ],
  ['inheritedFrom', 'inherited_from|licence group|license group|group_name|granted_by|assigned via'],
  ['openRecords', 'open_records|open tickets|assigned open tickets'],
  [
    'expectedPattern',
    'expected_pattern|expected use|expected usage|expected frequency|usage pattern|use pattern|pattern of use|' +
      'usage frequency|frequency of use|Nutzungsmuster|Nutzungshäufigkeit|Erwartete Nutzung|Erwartetes Muster|' +
      "Fréquence d'utilisation|Utilisation prévue|Utilisation attendue|Rythme d'utilisation|Gebruikspatroon|" +
      'Gebruiksfrequentie|Verwacht gebruik|Patrón de uso|Frecuencia de uso|Uso previsto|Uso esperado|' +
      "Frequenza d'uso|Frequenza di utilizzo|Uso previsto|Padrão de uso|Frequência de uso|Uso esperado|Wzorzec użycia|" +
      'Częstotliwość użycia|Användningsmönster|Användningsfrekvens|Bruksmønster|Brugsmønster|Käyttötiheys|' +
      'Frekvence používání|Kullanım sıklığı|Частота использования|利用頻度|使用频率|사용 빈도',
  ],
  [
    'subjectType',
    'subject_type|subject kind|Kind of subject|Consumer type|Assigned to type|Assignee type|License assigned to type|' +
      'User or device|User/device|Device or user|User or computer|objectClass|Subjekttyp|Subjektart|Art des Subjekts|' +
      'Benutzer oder Gerät|Type de sujet|Utilisateur ou appareil|Type onderwerp|Gebruiker of apparaat|Tipo de sujeto|' +
      'Usuario o dispositivo|Tipo di soggetto|Utente o dispositivo|Tipo de sujeito|Usuário ou dispositivo|' +
      'Utilizador ou dispositivo|Typ podmiotu|Użytkownik lub urządzenie|Subjektstyp|Användare eller enhet|Тип субъекта|' +
      'Пользователь или устройство|対象の種類|ユーザーまたはデバイス|对象类型|用户或设备|대상 유형|사용자 또는 기기',
  ],
  [
    'delegateOrApprover',
    'delegate_or_approver|approver_or_delegate|is_approver|is_delegate|approver flag|approver for|approves for|delegate for|' +
      'delegate of|acts for|acts on behalf of|Genehmiger für|Vertreter für|Stellvertreter für|Ist Genehmiger|' +
      'Approbateur pour|Valideur pour|Délégué de|Est approbateur|Goedkeurder voor|Plaatsvervanger voor|Is goedkeurder|' +
      'Aprobador de|Delegado de|Es aprobador|Approvatore di|Delegato di|Aprovador de|Zatwierdza dla|Zastępca dla|' +
      'Godkännare för|Godkender for|Godkjenner for|Hyväksyjä|Schvalovatel pro|Согласующий для|代理承認者|审批人|승인자',
  ],
  [
    'queues',
    'queues|queue|assigned queues|queue membership|queue memberships|group membership|group memberships|' +
      'assignment groups|support groups|support group|resolver groups|resolver group|ticket groups|Warteschlangen|' +
      "Warteschlange|Zuweisungsgruppen|Bearbeitergruppen|Supportgruppen|Supportgruppe|Files d'attente|File d'attente|" +
      "Groupes d'affectation|Wachtrijen|Wachtrij|Oplosgroepen|Oplosgroep|Behandelgroepen|Colas|Grupos de asignación|" +
      'Gruppi di assegnazione|Filas de atendimento|Grupos de atribuição|Kolejki|Köer|Køer|Jonot|Fronty|Várólisták|Kuyruklar|' +
      'Очереди|キュー|队列|대기열',
  ],
  [
    'scheduledJobs',
    'scheduled_jobs|scheduled job|scheduled tasks|scheduled reports|scheduled flows|scheduled scripts|owned jobs|' +
      'jobs owned|Geplante Jobs|Geplante Aufträge|Geplante Aufgaben|Geplante Berichte|Tâches planifiées|' +
      'Travaux planifiés|Rapports planifiés|Geplande taken|Geplande rapporten|Tareas programadas|Trabajos programados|' +
      'Informes programados|Attività pianificate|Processi pianificati|Tarefas agendadas|Trabalhos agendados|' +
      'Zaplanowane zadania|Schemalagda jobb|Planlagte jobs|Planlagte jobber|Ajastetut työt|Naplánované úlohy|' +
      'Ütemezett feladatok|Zamanlanmış işler|Запланированные задания|スケジュールジョブ|计划作业|예약 작업',
  ],
  [
    'defaultOwnerOf',
    'default_owner_of|default owner|default owner for|is default owner|default assignee of|default assignee for|' +
      'default assignee|default approver of|default approver for|Standardeigentümer von|Standardeigentümer|' +
      'Standardbesitzer|Standardverantwortlicher|Propriétaire par défaut|Responsable par défaut|Standaardeigenaar van|' +
      'Standaardeigenaar|Propietario predeterminado|Responsable predeterminado|Proprietario predefinito|' +
      'Proprietário padrão|Domyślny właściciel|Standardägare|Standardeier|Standardejer|Oletusomistaja|' +
      'Výchozí vlastník|Alapértelmezett tulajdonos|Varsayılan sahip|Владелец по умолчанию|既定の所有者|默认所有者|기본 소유자',
  ],
  [
    'jurisdiction',
    'jurisdiction|legal jurisdiction|legal country|Rechtsordnung|Rechtsraum|Juridiction|Jurisdictie|Rechtsgebied|' +
      'Jurisdicción|Giurisdizione|Jurisdição|Jurysdykcja|Jurisdiktion|Jurisdiksjon|Jurisdikce|Joghatóság|' +
      'Yargı bölgesi|Юрисдикция|法域|司法管辖区|관할권',
  ],
  [
    'project',
    'project|project name|project code|Projekt|Projektname|Projet|Nom du projet|Projectnaam|Proyecto|Progetto|Projeto|' +
      'Prosjekt|Projekti|Proje|Проект|プロジェクト|项目|프로젝트',
  ],
  [
    'criticality',
    'criticality|business criticality|criticality level|critical|Kritikalität|Criticité|Kritikaliteit|Criticidad|' +
      'Criticità|Criticidade|Krytyczność|Kritikalitet|Kriittisyys|Kritičnost|Kritikusság|Kritiklik|Критичность|' +
      '重要度|关键性|중요도',
  ],
  [
    'ignore',
    'sys_updated_on|Updated|Last updated|updated_at|sys_updated_by|sys_created_by|' +
      'Report Refresh Date|Report Time|Last Password Change|pwdLastSet|accountExpires|Hire Date|' +
      'failed_attempts|last_login_device|last_logged_ip|Last Surface Used|title|' +
      'phone|country|time_zone|expiration-timestamp|Inactive days|inherited|Publisher|Version|Edition|' +
      'Group id|date_format|Language|Last Activated Date',
  ],
];

/**
 * Words for a unit that also say which kind of unit it is: of several columns that fit the unit, those that are not the
 * unit keep the meaning they have here.
 */
const UNIT_KINDS: readonly (readonly [Meaning, string])[] = [
  [
    'costCentre',
    'cost_center|Cost centre|Kostenplaats|Kostenstelle|Centre de coûts|Centro de coste|Centro de costes|' +
      'Centro di costo|Centro de custo|Kostnadsställe|Kostnadssted|Omkostningssted|コストセンター|成本中心',
  ],
  [
    'department',
    'department|Department name|department_names|Dept|Abteilung|Afdeling|Département|departamento|reparto|Dział|' +
      'Avdelning|Avdeling|部門|部门|部署|所属部署|部门名称|부서' +
      '|Oddělení|Osasto|Osztály|Departament|Departman|Отдел|Департамент|Setor|Ufficio',
  ],
  ['division', 'Division|Business area|Bereich|Geschäftsbereich|Divisie|División|Divisione|Divisão'],
];

/** Meaning of a known header and its rank among the words of that meaning (0 is best). */
export interface HeaderMeaning {
  readonly meaning: Meaning;
  readonly rank: number;
}

const MEANING_BY_KEY: ReadonlyMap<string, HeaderMeaning> = buildIndex(WORDS);
const UNIT_KIND_BY_KEY: ReadonlyMap<string, HeaderMeaning> = buildIndex(UNIT_KINDS);

function buildIndex(lists: typeof WORDS): Map<string, HeaderMeaning> {
  const byKey = new Map<string, HeaderMeaning>();
  for (const [meaning, words] of lists) {
    words.split('|').forEach((word, rank) => {
      const { key } = readHeaderKey(word);
      if (!byKey.has(key)) byKey.set(key, { meaning, rank });
    });
  }
  return byKey;
}

/** The meaning of a header that is in the list of known words, or `undefined`. */
export const findHeaderMeaning = (header: string): HeaderMeaning | undefined =>
  MEANING_BY_KEY.get(readHeaderKey(header).key);

/** What a header of a unit says beside: cost centre, department or division, or `undefined`. */
export const findUnitKind = (header: string): Meaning | undefined =>
  UNIT_KIND_BY_KEY.get(readHeaderKey(header).key)?.meaning;

/** Whether the text is a known column header; tells header rows from title lines and rows. */
export const isKnownHeader = (text: string): boolean =>
  text.length <= 200 && text.trim() !== '' && (findHeaderMeaning(text) !== undefined || isKindHeader(text));
