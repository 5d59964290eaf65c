package org.scimsuite.workbench.benchmarks.http;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One HTTP/1.1 connection that stays open. As little as will do: the client shares the machine with what it measures, so
 * each of its own instructions would be counted against both sides.
 */
public final class KeepAliveConnection implements AutoCloseable {

    /** Less than servers allow, which close what is idle. */
    private static final long LONGEST_PAUSE_NANOS = 10_000_000_000L;

    private final URI address;
    private final String base;
    private final String headers;
    private Socket socket;
    private InputStream in;
    private long lastUsed;

    /** @param authorization the value of that header; empty for none */
    public KeepAliveConnection(URI base, Optional<String> authorization) throws IOException {
        this.address = base;
        this.base = base.getRawPath();
        this.headers = " HTTP/1.1\r\nHost: " + base.getHost() + ":" + base.getPort()
                + "\r\nAccept: application/scim+json\r\nContent-Type: application/scim+json\r\n"
                + authorization.map(value -> "Authorization: " + value + "\r\n").orElse("");
        open();
    }

    private void open() throws IOException {
        socket = new Socket(address.getHost(), address.getPort());
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 16 * 1024);
    }

    /** A status and a body. */
    public record Answer(int status, String body) {}

    /** Sends a request and reads its answer. */
    public Answer send(String method, String path, String body) throws IOException {
        if (System.nanoTime() - lastUsed > LONGEST_PAUSE_NANOS) {
            socket.close();
            open();
        }
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        byte[] head = (method + " " + base + path + headers + "Content-Length: " + content.length + "\r\n\r\n")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] request = new byte[head.length + content.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(content, 0, request, head.length, content.length);
        socket.getOutputStream().write(request);
        Answer answer = read();
        lastUsed = System.nanoTime();
        return answer;
    }

    private Answer read() throws IOException {
        int status = Integer.parseInt(line().split(" ", 3)[1]);
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(
                        lower.substring("content-length:".length()).strip());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = lower.contains("chunked");
            }
        }
        return new Answer(status, chunked ? chunks() : text(length));
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(text(size));
            line();
        }
        line();
        return body.toString();
    }

    private String text(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("The connection was closed");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
