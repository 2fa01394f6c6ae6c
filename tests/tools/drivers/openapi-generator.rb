# The scenario with what openapi-generator writes for Ruby, with Faraday.

require 'json'
require 'tempfile'
require 'uri'
require 'openapi_client'

def at(api, address)
  configuration = OpenapiClient::Configuration.new
  url = URI(ENV.fetch(address))
  configuration.scheme = url.scheme
  configuration.host = "#{url.host}:#{url.port}"
  configuration.base_path = url.path
  configuration.server_index = nil
  api.new(OpenapiClient::ApiClient.new(configuration))
end

ACCOUNTS = at(OpenapiClient::AccountsApi, 'API')
TOKENS = at(OpenapiClient::ConnectTokensApi, 'API')
MESSAGES = at(OpenapiClient::MessagesApi, 'MOCK')
FILES = at(OpenapiClient::FilesApi, 'MOCK')
WEBHOOKS = at(OpenapiClient::WebhooksApi, 'MOCK')
ACCOUNT = ENV.fetch('ACCOUNT')
IDS = {}

def with_source(password, **more)
  ACCOUNTS.accounts_create(
    ENV.fetch('DEMO'),
    server: '127.0.0.1', port: ENV.fetch('IMAP_PORT').to_i, use_ssl: 0, type: OpenapiClient::SourceType::IMAP,
    username: 'demouser', password: password, **more
  )
end

def refused
  yield
  []
rescue OpenapiClient::ApiError => e
  [e.code, JSON.parse(e.response_body)['value']]
end

STEPS = {
  'create' => lambda {
    created = ACCOUNTS.accounts_create(ENV.fetch('MARY'), first_name: 'Mary')
    IDS[:mary] = created.id
    created.success
  },
  'create_with_source' => lambda {
    created = with_source('demopass', first_name: 'Demo')
    IDS[:demo] = created.id
    created.source.label
  },
  'list' => lambda {
    found = ACCOUNTS.accounts_list(email: ENV.fetch('DEMO'), status: 'OK', status_ok: 1, limit: 5)
    found.map(&:first_name)
  },
  'read' => -> { ACCOUNTS.accounts_get(IDS[:mary]).first_name },
  'update' => lambda {
    ACCOUNTS.accounts_update(IDS[:mary], first_name: 'Jane')
    ACCOUNTS.accounts_get(IDS[:mary]).first_name
  },
  'unused_token' => lambda {
    created = TOKENS.connect_tokens_create(ENV.fetch('CALLBACK_URL'))
    token = TOKENS.connect_tokens_get(created.token)
    [token.used, token.expires > token.created]
  },
  'used_token' => -> { TOKENS.connect_tokens_get(ENV.fetch('USED_TOKEN')).expires },
  'list_messages' => -> { MESSAGES.messages_list(ACCOUNT, limit: 2).map(&:subject) },
  'read_message' => lambda {
    message = MESSAGES.messages_get(ACCOUNT, ENV.fetch('MESSAGE'))
    [message.subject, message.addresses.from.email]
  },
  'file_content' => -> { File.read(FILES.files_get_content(ACCOUNT, ENV.fetch('FILE'))) },
  'upload' => lambda {
    file = Tempfile.new('notes')
    file.write(ENV.fetch('UPLOAD'))
    file.rewind
    MESSAGES.messages_create(ACCOUNT, 'INBOX', file).success
  },
  'webhook' => lambda {
    created = WEBHOOKS.webhooks_create(ACCOUNT, ENV.fetch('CALLBACK_URL'))
    found = WEBHOOKS.webhooks_get(ACCOUNT, created.webhook_id)
    [found.callback_url, found.active]
  },
  'error_400' => -> { refused { with_source('wrong') } },
  'error_401' => -> { refused { at(OpenapiClient::AccountsApi, 'UNSIGNED').accounts_list } },
  'error_404' => -> { refused { ACCOUNTS.accounts_get('nobody') } },
  'error_429' => -> { refused { at(OpenapiClient::AccountsApi, 'LIMITED').accounts_list } },
  'error_503' => -> { refused { at(OpenapiClient::MessagesApi, 'DOWN').messages_list(ACCOUNT) } },
  'delete' => -> { %i[mary demo].map { |name| ACCOUNTS.accounts_delete(IDS[name]).success } }
}.freeze

ENV.fetch('STEPS').split(',').each do |step|
  report = { step: step }
  begin
    report[:value] = STEPS.fetch(step).call
  rescue StandardError => e
    report[:error] = "#{e.class}: #{e.message}"
  end
  puts report.to_json
end
