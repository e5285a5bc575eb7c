/** Headers that name the same thing in several kinds of file, joined by `|`. Source: header words by role. */
export const ACCOUNT_WORDS =
  'account_id|User ID|user_name|Username|userid|Login Name|Login|Login ID|sAMAccountName|Atlassian ID|' +
  'Account|Anmeldename|Benutzername|Identifiant|Inlognaam|Gebruikersnaam|Nombre de usuario|Nome utente|user|actor';
export const EMAIL_WORDS =
  'email|e-mail|Email Address|work email|mail|primary email|E-Mail-Adresse|adresse e-mail|courriel|' +
  'e-mailadres|correo electrónico|correo|indirizzo email';
export const EMPLOYEE_WORDS =
  'employee_number|Employee ID|Employee no|personnel number|staff number|staff id|worker id|person number|' +
  'Personalnummer|Mitarbeiternummer|Personeelsnummer|Matricule|matricola|número de empleado';
export const USER_NAME_WORDS = 'user_name|Username|login|user logon name|sAMAccountName|Benutzername';
export const UPN_WORDS = 'User principal name|userPrincipalName|UPN';
export const LICENCE_WORDS =
  'licence_type|License Type|Licence|License|seat type|SKU|plan|edition|Lizenztyp|Licentie|Licencia|Licenza';
export const UNIT_ID_WORDS =
  'unit_id|unit code|org unit id|department id|department code|cost centre code|organisation code|' +
  'Organisationseinheit|Abteilungsnummer|unit';
export const UNIT_NAME_WORDS = 'unit_name|unit|org unit|organisation unit|organizational unit|business unit';
export const STATUS_WORDS = 'status|state|employment status|worker status';
export const FROM_WORDS =
  'starts_on|start date|start|from|from date|begins on|begin|valid from|first day|Beginn|von|début|' +
  'date de début|begindatum|van|fecha de inicio|data inizio';
export const UNTIL_WORDS =
  'ends_on|end date|end|to|until|to date|valid to|valid until|expires on|expiry date|last day|Ende|bis|fin|' +
  'date de fin|einddatum|tot|fecha de fin|data fine';
export const COUNT_WORDS = 'count|events|number of events|actions|uses|times used|Anzahl|nombre|aantal|total';
export const JURISDICTION_WORDS = 'jurisdiction|country|legal country|country code|Land|pays';
