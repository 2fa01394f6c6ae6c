package okhttp3.logging;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/** In place of a library that Debian does not have; the scenario logs nothing. */
public final class HttpLoggingInterceptor implements Interceptor {
  public enum Level {
    BODY
  }

  public void setLevel(Level level) {}

  @Override
  public Response intercept(Chain chain) throws IOException {
    return chain.proceed(chain.request());
  }
}
