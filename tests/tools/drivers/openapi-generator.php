<?php
// The scenario with what openapi-generator writes for PHP, with Guzzle.

use OpenAPI\Client\Api\{AccountsApi, ConnectTokensApi, FilesApi, MessagesApi, WebhooksApi};
use OpenAPI\Client\{ApiException, Configuration};
use OpenAPI\Client\Model\{SourceStatus, SourceType};

require 'GuzzleHttp/autoload.php';
spl_autoload_register(function (string $class): void {
    require 'generated/lib/' . strtr(substr($class, strlen('OpenAPI\\Client\\')), '\\', '/') . '.php';
});

function at(string $api, string $address): object
{
    return new $api(null, (new Configuration())->setHost(getenv($address)));
}

function with_source(string $password, ?string $name = null): object
{
    return at(AccountsApi::class, 'API')->accountsCreate(
        email: getenv('DEMO'), first_name: $name, server: '127.0.0.1', username: 'demouser', use_ssl: 0,
        port: (int) getenv('IMAP_PORT'), type: SourceType::IMAP, password: $password,
    );
}

function refused(callable $call): array
{
    try {
        $call();
    } catch (ApiException $error) {
        return [$error->getCode(), json_decode($error->getResponseBody())->value];
    }
    return [];
}

$account = getenv('ACCOUNT');
$accounts = at(AccountsApi::class, 'API');
$tokens = at(ConnectTokensApi::class, 'API');
$messages = at(MessagesApi::class, 'MOCK');
$ids = [];
$steps = [
    'create' => function () use ($accounts, &$ids) {
        $created = $accounts->accountsCreate(email: getenv('MARY'), first_name: 'Mary');
        $ids['mary'] = $created->getId();
        return $created->getSuccess();
    },
    'create_with_source' => function () use (&$ids) {
        $created = with_source('demopass', 'Demo');
        $ids['demo'] = $created->getId();
        return $created->getSource()->getLabel();
    },
    'list' => fn () => array_map(
        fn ($each) => $each->getFirstName(),
        $accounts->accountsList(email: getenv('DEMO'), status: SourceStatus::OK, status_ok: 1, limit: 5),
    ),
    'read' => function () use ($accounts, &$ids) {
        return $accounts->accountsGet($ids['mary'])->getFirstName();
    },
    'update' => function () use ($accounts, &$ids) {
        $accounts->accountsUpdate(id: $ids['mary'], first_name: 'Jane');
        return $accounts->accountsGet($ids['mary'])->getFirstName();
    },
    'unused_token' => function () use ($tokens) {
        $created = $tokens->connectTokensCreate(callback_url: getenv('CALLBACK_URL'));
        $token = $tokens->connectTokensGet($created->getToken());
        return [$token->getUsed(), $token->getExpires() > $token->getCreated()];
    },
    'used_token' => fn () => $tokens->connectTokensGet(getenv('USED_TOKEN'))->getExpires(),
    'list_messages' => fn () => array_map(
        fn ($each) => $each->getSubject(),
        $messages->messagesList(id: $account, limit: 2),
    ),
    'read_message' => function () use ($messages, $account) {
        $message = $messages->messagesGet($account, getenv('MESSAGE'));
        return [$message->getSubject(), $message->getAddresses()->getFrom()->getEmail()];
    },
    'file_content' => function () use ($account) {
        $file = at(FilesApi::class, 'MOCK')->filesGetContent($account, getenv('FILE'));
        return $file->fread($file->getSize());
    },
    'upload' => function () use ($messages, $account) {
        $file = tempnam(sys_get_temp_dir(), 'notes');
        file_put_contents($file, getenv('UPLOAD'));
        return $messages->messagesCreate($account, 'INBOX', new SplFileObject($file))->getSuccess();
    },
    'webhook' => function () use ($account) {
        $webhooks = at(WebhooksApi::class, 'MOCK');
        $created = $webhooks->webhooksCreate($account, getenv('CALLBACK_URL'));
        $found = $webhooks->webhooksGet($account, $created->getWebhookId());
        return [$found->getCallbackUrl(), $found->getActive()];
    },
    'error_400' => fn () => refused(fn () => with_source('wrong')),
    'error_401' => fn () => refused(fn () => at(AccountsApi::class, 'UNSIGNED')->accountsList()),
    'error_404' => fn () => refused(fn () => $accounts->accountsGet('nobody')),
    'error_429' => fn () => refused(fn () => at(AccountsApi::class, 'LIMITED')->accountsList()),
    'error_503' => fn () => refused(fn () => at(MessagesApi::class, 'DOWN')->messagesList($account)),
    'delete' => function () use ($accounts, &$ids) {
        return [
            $accounts->accountsDelete($ids['mary'])->getSuccess(),
            $accounts->accountsDelete($ids['demo'])->getSuccess(),
        ];
    },
];
foreach (explode(',', getenv('STEPS')) as $step) {
    try {
        $report = ['step' => $step, 'value' => $steps[$step]()];
    } catch (Throwable $error) {
        $report = ['step' => $step, 'error' => get_class($error) . ': ' . $error->getMessage()];
    }
    echo json_encode($report), "\n";
}
