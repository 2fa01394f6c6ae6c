// The client with all pages. Generated from the description; not to be edited.

import { Client } from "./core.js";
import type { ClientOptions } from "./options.js";
import { Accounts } from "./pages/accounts.js";
import { AccountConnectTokens } from "./pages/account_connect_tokens.js";
import { EmailAddresses } from "./pages/email_addresses.js";
import { Sources } from "./pages/sources.js";
import { SourceFolders } from "./pages/source_folders.js";
import { SourceConnectTokens } from "./pages/source_connect_tokens.js";
import { Sync } from "./pages/sync.js";
import { Messages } from "./pages/messages.js";
import { Threads } from "./pages/threads.js";
import { Files } from "./pages/files.js";
import { Contacts } from "./pages/contacts.js";
import { Webhooks } from "./pages/webhooks.js";
import { ConnectTokens } from "./pages/connect_tokens.js";
import { Discovery } from "./pages/discovery.js";
import { OauthProviders } from "./pages/oauth_providers.js";
import { App } from "./pages/app.js";

/** Context.IO API, call by call. */
export class ContextIO extends Client {
  /**
   * People whose mail an application works with. An account belongs to the consumer key that created
   * it and is invisible to every other key.
   */
  readonly accounts: Accounts;
  /**
   * Connect tokens that add one more mailbox to an account that exists. They follow the connect flow
   * of the `connect_tokens` page; completing it makes a source and no account.
   */
  readonly accountConnectTokens: AccountConnectTokens;
  /**
   * The mail addresses of the person behind an account. They keep a person's own aliases out of the
   * account's contacts.
   */
  readonly emailAddresses: EmailAddresses;
  /**
   * The mailboxes of an account. All other data of the account is drawn from all of its sources
   * together, so two mailboxes that are to be searched apart need two accounts.
   */
  readonly sources: Sources;
  /**
   * The folders of a mailbox on its mail server. They are created and deleted there, and their mail can be
   * listed as it is at this moment.
   */
  readonly sourceFolders: SourceFolders;
  /**
   * Connect tokens that connect a mailbox again, such as after its password has changed. They follow the
   * connect flow of the `connect_tokens` page; completing it changes the source and makes no other one.
   */
  readonly sourceConnectTokens: SourceConnectTokens;
  /**
   * Synchronisation of mailboxes. The service does it by itself from time to time; here it tells when it did,
   * and can be asked to do it now.
   */
  readonly sync: Sync;
  /**
   * The mail of an account. A message that lies in several folders or sources is one message. What describes it
   * is stored; its text, flags, headers and source are fetched from the mail server when they are asked for.
   */
  readonly messages: Messages;
  /**
   * Gmail's conversations. Lists of them hold their addresses, and each reads as an object with its messages.
   */
  readonly threads: Threads;
  /**
   * Files that are attached to the mail of an account. Their records are stored; their content is fetched from
   * the mail server when it is asked for.
   */
  readonly files: Files;
  /**
   * People whom the owner of an account exchanges mail with, counted over all of its sources. Nobody enters
   * them: the addresses of the mail make them.
   */
  readonly contacts: Contacts;
  /**
   * Being told of mail as it arrives. A webhook watches one account, or all accounts of the consumer key, and
   * POSTs each message that passes its filters to the application.
   */
  readonly webhooks: Webhooks;
  /**
   * Connect tokens that make a new account with its first source.
   *
   * The connect flow has five steps. The application creates a token and gives a `callback_url`. It
   * sends the person's browser to the `browser_redirect_url` of the answer. There the person enters the
   * mailbox's settings, and the service opens the mailbox to test them. The browser is then sent on to
   * `callback_url` with the token in the query parameter `contextio_token`. Last, the application reads
   * the token and finds in `account` what was made. A token that nobody uses is purged 24 hours after
   * its creation; a used one never expires.
   */
  readonly connectTokens: ConnectTokens;
  /**
   * Settings of the mailbox behind a mail address, so that a person need not know them.
   */
  readonly discovery: Discovery;
  /**
   * OAuth clients that the application itself has at mail providers. Registered here, they let sources be
   * attached with tokens of such a client in place of a mail password.
   */
  readonly oauthProviders: OauthProviders;
  /**
   * Settings and logs of a consumer key. They lie beside `/2.0` and not below it, so they have a server entry
   * of their own.
   */
  readonly app: App;

  /**
   * Create a client; nothing is sent yet.
   *
   * @throws ContextIOError if a key is missing, or if the base URL is not valid.
   */
  constructor(options: ClientOptions = {}) {
    super(options);
    this.accounts = new Accounts(this);
    this.accountConnectTokens = new AccountConnectTokens(this);
    this.emailAddresses = new EmailAddresses(this);
    this.sources = new Sources(this);
    this.sourceFolders = new SourceFolders(this);
    this.sourceConnectTokens = new SourceConnectTokens(this);
    this.sync = new Sync(this);
    this.messages = new Messages(this);
    this.threads = new Threads(this);
    this.files = new Files(this);
    this.contacts = new Contacts(this);
    this.webhooks = new Webhooks(this);
    this.connectTokens = new ConnectTokens(this);
    this.discovery = new Discovery(this);
    this.oauthProviders = new OauthProviders(this);
    this.app = new App(this);
  }
}
