package org.scimsuite.core.testkit;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.scimsuite.core.admin.AdminResult.Done;
import org.scimsuite.core.admin.IssuedToken;
import org.scimsuite.core.admin.TokenDraft;
import org.scimsuite.core.connection.AuthenticationResult;
import org.scimsuite.core.connection.AuthenticationResult.Admitted;
import org.scimsuite.core.connection.AuthenticationResult.Denied;
import org.scimsuite.core.directory.DirectoryPage;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.message.ScimRequest;
import org.scimsuite.core.message.ScimResponse;
import org.scimsuite.workbench.replay.Person;
import org.scimsuite.workbench.replay.Transport;

/** Carries replayed requests to a {@link TestServer} without a network, and shows the people of its directory. */
public final class InProcessTransport implements Transport {

    private final TestServer scim;
    private final String token;

    public InProcessTransport(TestServer scim) {
        this.scim = scim;
        token = ((Done<IssuedToken>) scim.server()
                        .connections()
                        .issueToken(scim.connection().id(), new TokenDraft("replay", Optional.empty())))
                .value()
                .text();
    }

    public String token() {
        return token;
    }

    @Override
    public Response send(String method, URI uri, Map<String, String> headers, Optional<String> content) {
        Map<String, String> sent = new LinkedHashMap<>();
        headers.forEach((name, value) -> sent.put(name.toLowerCase(Locale.ROOT), value));
        Optional<String> authorization = Optional.ofNullable(sent.remove("authorization"));
        byte[] body = content.orElse("").getBytes(StandardCharsets.UTF_8);
        ScimRequest request =
                TestServer.request(method, uri.toString().substring(TestServer.BASE.length()), body, sent);
        AuthenticationResult result = scim.server().authenticate(authorization);
        ScimResponse response = result instanceof Admitted admitted
                ? scim.server().handle(admitted, request)
                : scim.server().deny((Denied) result, request);
        Map<String, List<String>> answered = response.headers().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, header -> List.of(header.getValue())));
        return new Response(
                response.status(),
                HttpHeaders.of(answered, (name, value) -> true),
                new String(response.body().bytes(), StandardCharsets.UTF_8));
    }

    public List<Person> people() {
        return scim.directory.users(InMemoryDirectory.ID, new DirectoryPage(0, Integer.MAX_VALUE)).stream()
                .map(this::person)
                .toList();
    }

    private Person person(DirectoryUser user) {
        return new Person(
                user.name(),
                user.profile().displayName(),
                user.profile().firstName(),
                user.profile().lastName(),
                user.profile().email(),
                user.isActive(),
                user.externalId().orElse(""),
                scim.directory.groupsOfUser(InMemoryDirectory.ID, user.name()).stream()
                        .sorted()
                        .toList());
    }
}
