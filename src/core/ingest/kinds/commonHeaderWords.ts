/** Headers that name the same thing in several kinds of file, joined by `|`. Source: header words by role. */
export const ACCOUNT_WORDS =
  'account_id|User ID|user_name|Username|userid|Login Name|Login|Login ID|sAMAccountName|Atlassian ID|' +
  'Account|Anmeldename|Benutzername|Identifiant|Inlognaam|Gebruikersnaam|Nombre de usuario|Nome utente|user|actor|' +
  'Benutzer|Anwender|Utilisateur|Usuario|Usuário|Utente|Gebruiker|Benutzer-ID|Login utilisateur|member|agent|user key' +
  '|participant|author account id|author|actor id';
export const EMAIL_WORDS =
  'email|e-mail|Email Address|work email|mail|primary email|E-Mail-Adresse|adresse e-mail|courriel|' +
  'e-mailadres|correo electrónico|correo|indirizzo email|user email|user_email|actor email|employee email|' +
  'member email|agent email|user mail|Endereço de e-mail|E-Mail Adresse|Adresse mail|Mailadresse' +
  '|engineer email|responder email|participant email|actor_user_email|email primary work|email work|business email|Adresse professionnelle|E-Mail geschäftlich';
export const EMPLOYEE_WORDS =
  'employee_number|Employee ID|Employee no|personnel number|staff number|staff id|worker id|person number|' +
  'Personalnummer|Mitarbeiternummer|Personeelsnummer|Matricule|matricola|número de empleado|Pers.No.|Personnel no|Personal-Nr|' +
  "Mitarbeiter-ID|Mitarbeiter-Nr|Numéro d'employé|ID de empleado|ID dipendente|ID do funcionário|Matrícula|社員番号|従業員番号" +
  '|Emp ID|Person ID';
export const USER_NAME_WORDS = 'user_name|Username|login|user logon name|sAMAccountName|Benutzername';
export const UPN_WORDS = 'User principal name|userPrincipalName|UPN';
export const LICENCE_WORDS =
  'licence_type|License Type|Licence|License|seat type|SKU|plan|edition|Lizenztyp|Licentie|Licencia|Licenza|' +
  'Lizenz|Lizenzart|Type de licence|Tipo de licencia|Tipo di licenza|Tipo de licença|Licentietype';
export const UNIT_ID_WORDS =
  'unit_id|unit code|org unit id|department id|department code|Code service|Code département|Code unité|cost centre code|organisation code|' +
  'Einheit-ID|Organisationseinheit|Abteilungsnummer|unit|Einheit|Einheits-ID|Org.unit|OE|Kostenstelle|unité|ID unité|' +
  'Centre de coûts|Service|Abteilung|Département|Afdeling|Kostenplaats|departamento|reparto|centro de coste' +
  '|cost center id|cost centre id|supervisory organization|supervisory organisation|Abteilungscode|afdelingscode|código de departamento|codice reparto';
export const UNIT_NAME_WORDS =
  'unit_name|unit|supervisory organization|supervisory organisation|org unit|organisation unit|organizational unit|business unit|Name der Einheit|Einheitsname|' +
  "Bezeichnung der Einheit|Nom de l'unité|nombre de la unidad|nome unità|naam eenheid|Einheit";
export const STATUS_WORDS =
  'status|state|employment status|worker status|Statut|Beschäftigungsstatus|Estado|Stato';
export const FROM_WORDS =
  'starts_on|start date|start|from|from date|begins on|begin|valid from|first day|Beginn|von|début|' +
  'date de début|begindatum|van|fecha de inicio|data inizio|first day of leave|leave start date|leave begin|' +
  'effective from|Startdatum|Gültig ab|data de início' +
  '|Gültig von|Laufzeitbeginn|Zeitraum von|term begin|start time|start date time|starts|starts at|du|date début';
export const UNTIL_WORDS =
  'ends_on|end date|end|to|until|to date|valid to|valid until|expires on|expiry date|last day|Ende|bis|fin|' +
  'date de fin|einddatum|tot|fecha de fin|data fine|last day of leave|estimated last day of leave|leave end date|' +
  'expiration date|expires|Enddatum|Gültig bis|data de término' +
  '|Laufzeitende|Zeitraum bis|end of term|end time|end date time|ends|ends at|effective to|effective until|au|date fin';
export const COUNT_WORDS =
  'count|events|number of events|actions|uses|times used|Anzahl|nombre|aantal|total|transactions|hits|quantity|cantidad' +
  '|Anzahl Aufrufe|Aufrufe|Anzahl Nutzungen';
export const JURISDICTION_WORDS = 'jurisdiction|country|legal country|country code|Land|pays';
