package okhttp3;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import okio.BufferedSink;
import okio.ByteString;
import okio.Okio;
import okio.Source;

/** The body of a request as in okhttp 4, whose order of arguments okhttp 3 in Debian does not have. */
public abstract class RequestBody {
  public abstract MediaType contentType();

  public abstract void writeTo(BufferedSink sink) throws IOException;

  public long contentLength() throws IOException {
    return -1;
  }

  public boolean isDuplex() {
    return false;
  }

  public static RequestBody create(String content, MediaType type) {
    return create(content.getBytes(StandardCharsets.UTF_8), type);
  }

  public static RequestBody create(ByteString content, MediaType type) {
    return create(content.toByteArray(), type);
  }

  public static RequestBody create(MediaType type, byte[] content) {
    return create(content, type);
  }

  public static RequestBody create(byte[] content, MediaType type) {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return type;
      }

      @Override
      public long contentLength() {
        return content.length;
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        sink.write(content);
      }
    };
  }

  public static RequestBody create(File file, MediaType type) {
    return new RequestBody() {
      @Override
      public MediaType contentType() {
        return type;
      }

      @Override
      public long contentLength() {
        return file.length();
      }

      @Override
      public void writeTo(BufferedSink sink) throws IOException {
        try (Source source = Okio.source(file)) {
          sink.writeAll(source);
        }
      }
    };
  }
}
