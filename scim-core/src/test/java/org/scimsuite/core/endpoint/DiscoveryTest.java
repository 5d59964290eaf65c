package org.scimsuite.core.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.scimsuite.core.testkit.TestServer;
import org.scimsuite.core.testkit.TestServer.Reply;
import org.scimsuite.workbench.conformance.Requirement;

class DiscoveryTest {

    private final TestServer scim = new TestServer();

    @Test
    void serviceProviderConfigWhenReadThenItTellsWhatIsTrue() {
        JsonNode config = scim.get("/ServiceProviderConfig").json();

        for (String feature : new String[] {"patch", "filter", "sort", "etag"}) {
            assertThat(config.at("/" + feature + "/supported").asBoolean())
                    .as(feature)
                    .isTrue();
        }
        for (String feature : new String[] {"changePassword"}) {
            assertThat(config.at("/" + feature + "/supported").isBoolean())
                    .as(feature)
                    .isTrue();
            assertThat(config.at("/" + feature + "/supported").asBoolean())
                    .as(feature)
                    .isFalse();
        }
        assertThat(config.at("/filter/maxResults").asInt()).isEqualTo(1000);
        assertThat(config.at("/authenticationSchemes/0/type").asText()).isEqualTo("oauthbearertoken");
    }

    @Test
    @Requirement({"C177", "C178", "C183", "C184", "C194"})
    void discoveryWhenListedThenEachDocumentCanBeFetchedByItsLocation() {
        for (String list : new String[] {"/Schemas", "/ResourceTypes"}) {
            Reply reply = scim.get(list);
            assertThat(reply.json().at("/totalResults").asInt())
                    .isEqualTo(reply.json().at("/Resources").size())
                    .isPositive();
            for (JsonNode document : reply.json().at("/Resources")) {
                String location = document.at("/meta/location").asText();
                assertThat(location).startsWith(TestServer.BASE + list + "/");
                assertThat(scim.get(location.substring(TestServer.BASE.length()))
                                .json())
                        .isEqualTo(document);
            }
        }
    }

    @Test
    @Requirement("C028")
    void requestWhenHeadThenHeadersOfGetWithoutBody() {
        Reply head = scim.send("HEAD", "/ServiceProviderConfig", "", Map.of());

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("application/scim+json");
        assertThat(head.body()).isEmpty();
    }

    @Test
    @Requirement({"C007", "C008", "C009", "C013"})
    void requestWhenOnlyPlainJsonIsAcceptedThenPlainJsonIsSent() {
        assertThat(accept("application/json")).isEqualTo("application/json");
        assertThat(accept("application/json, application/scim+json")).isEqualTo("application/scim+json");
        assertThat(accept("text/html")).isEqualTo("application/scim+json");
        assertThat(accept("*/*")).isEqualTo("application/scim+json");
    }

    @Test
    void requestWhenVersionStandsInFrontThenItIsServed() {
        assertThat(scim.get("/v2/Users/").status()).isEqualTo(200);
        assertThat(scim.get("/Users?aadOptscim062020").status()).isEqualTo(200);
    }

    private String accept(String types) {
        return scim.send("GET", "/Users", "", Map.of("accept", types)).header("Content-Type");
    }
}
