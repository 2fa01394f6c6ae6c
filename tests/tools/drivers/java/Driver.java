import com.google.gson.JsonParser;
import java.io.File;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.openapitools.client.ApiClient;
import org.openapitools.client.ApiException;
import org.openapitools.client.JSON;
import org.openapitools.client.api.AccountsApi;
import org.openapitools.client.api.ConnectTokensApi;
import org.openapitools.client.api.FilesApi;
import org.openapitools.client.api.MessagesApi;
import org.openapitools.client.api.WebhooksApi;
import org.openapitools.client.model.SourceStatus;
import org.openapitools.client.model.SourceType;

/** The scenario with what openapi-generator writes for Java, with okhttp and gson. */
public final class Driver {
  private static final Map<String, String> GIVEN = System.getenv();
  private static final String ACCOUNT = GIVEN.get("ACCOUNT");
  private static final AccountsApi ACCOUNTS = new AccountsApi(at("API"));
  private static final ConnectTokensApi TOKENS = new ConnectTokensApi(at("API"));
  private static final MessagesApi MESSAGES = new MessagesApi(at("MOCK"));
  private static final FilesApi FILES = new FilesApi(at("MOCK"));
  private static final WebhooksApi WEBHOOKS = new WebhooksApi(at("MOCK"));
  private static String mary;
  private static String demo;

  public static void main(String[] arguments) {
    Map<String, Callable<Object>> steps = new HashMap<>();
    steps.put("create", () -> {
      var created = ACCOUNTS.accountsCreate(GIVEN.get("MARY")).firstName("Mary").execute();
      mary = created.getId();
      return created.getSuccess();
    });
    steps.put("create_with_source", () -> {
      var created = withSource("demopass").firstName("Demo").execute();
      demo = created.getId();
      return created.getSource().getLabel();
    });
    steps.put("list", () -> ACCOUNTS.accountsList().email(GIVEN.get("DEMO")).status(SourceStatus.OK).statusOk(1)
        .limit(5).execute().stream().map(account -> account.getFirstName()).toList());
    steps.put("read", () -> ACCOUNTS.accountsGet(mary).execute().getFirstName());
    steps.put("update", () -> {
      ACCOUNTS.accountsUpdate(mary).firstName("Jane").execute();
      return ACCOUNTS.accountsGet(mary).execute().getFirstName();
    });
    steps.put("unused_token", () -> {
      var created = TOKENS.connectTokensCreate(GIVEN.get("CALLBACK_URL")).execute();
      var token = TOKENS.connectTokensGet(created.getToken()).execute();
      return List.of(token.getUsed(), token.getExpires().getInteger() > token.getCreated());
    });
    steps.put("used_token",
        () -> TOKENS.connectTokensGet(GIVEN.get("USED_TOKEN")).execute().getExpires().getBoolean());
    steps.put("list_messages", () -> MESSAGES.messagesList(ACCOUNT).limit(2).execute().stream()
        .map(message -> message.getSubject()).toList());
    steps.put("read_message", () -> {
      var message = MESSAGES.messagesGet(ACCOUNT, GIVEN.get("MESSAGE")).execute();
      return List.of(message.getSubject(), message.getAddresses().getFrom().getEmail());
    });
    steps.put("file_content",
        () -> Files.readString(FILES.filesGetContent(ACCOUNT, GIVEN.get("FILE")).execute().toPath()));
    steps.put("upload", () -> {
      File file = File.createTempFile("notes", ".eml");
      Files.writeString(file.toPath(), GIVEN.get("UPLOAD"));
      return MESSAGES.messagesCreate(ACCOUNT, "INBOX", file).execute().getSuccess();
    });
    steps.put("webhook", () -> {
      var created = WEBHOOKS.webhooksCreate(ACCOUNT, GIVEN.get("CALLBACK_URL")).execute();
      var found = WEBHOOKS.webhooksGet(ACCOUNT, created.getWebhookId()).execute();
      return List.of(found.getCallbackUrl(), found.getActive());
    });
    steps.put("error_400", () -> refused(() -> withSource("wrong").execute()));
    steps.put("error_401", () -> refused(() -> new AccountsApi(at("UNSIGNED")).accountsList().execute()));
    steps.put("error_404", () -> refused(() -> ACCOUNTS.accountsGet("nobody").execute()));
    steps.put("error_429", () -> refused(() -> new AccountsApi(at("LIMITED")).accountsList().execute()));
    steps.put("error_503", () -> refused(() -> new MessagesApi(at("DOWN")).messagesList(ACCOUNT).execute()));
    steps.put("delete", () -> List.of(ACCOUNTS.accountsDelete(mary).execute().getSuccess(),
        ACCOUNTS.accountsDelete(demo).execute().getSuccess()));
    for (String step : GIVEN.get("STEPS").split(",")) {
      Map<String, Object> report = new java.util.LinkedHashMap<>(Map.of("step", step));
      try {
        report.put("value", steps.get(step).call());
      } catch (Exception error) {
        report.put("error", error.toString());
      }
      System.out.println(JSON.serialize(report));
    }
    System.exit(0);
  }

  private static ApiClient at(String address) {
    return new Signed().setBasePath(GIVEN.get(address));
  }

  /** The client with the place for a signature filled, since it refuses to call without; the proxy signs. */
  private static final class Signed extends ApiClient {
    Signed() {
      authentications = Map.of("oauth1", (query, headers, cookies, payload, method, uri) -> {});
    }
  }

  private static AccountsApi.APIaccountsCreateRequest withSource(String password) {
    return ACCOUNTS.accountsCreate(GIVEN.get("DEMO")).server("127.0.0.1").useSsl(0).type(SourceType.IMAP)
        .port(Integer.valueOf(GIVEN.get("IMAP_PORT"))).username("demouser").password(password);
  }

  private static Object refused(Callable<Object> call) throws Exception {
    try {
      call.call();
    } catch (ApiException error) {
      var body = JsonParser.parseString(error.getResponseBody()).getAsJsonObject();
      return List.of(error.getCode(), body.get("value").getAsString());
    }
    return List.of();
  }
}
