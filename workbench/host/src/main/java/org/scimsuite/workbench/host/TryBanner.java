package org.scimsuite.workbench.host;

import java.net.URI;

/** What {@code mvn -Ptry} says once everything runs. */
final class TryBanner {

    private TryBanner() {}

    static String scimBase(URI host) {
        return host + "/plugins/servlet/scim/v2";
    }

    /** The text; the token in it is shown here and never again. */
    static String text(URI host, String token, HostOptions options, TryOptions asked) {
        return """

                ================================================================================
                 SCIM Suite runs here in a STAND-IN HOST. This is not Jira, and not by Atlassian:
                 a small test host with a user directory shaped like Jira's. The plugin jar in it
                 is the real one, unchanged.
                ================================================================================
                 SCIM base URL   %1$s
                 Bearer token    %2$s
                                 (shown once; every start issues a new one)
                 Admin page      %3$s/plugins/servlet/scim-admin
                 Admin login     %4$s / %5$s
                 Data            %6$s
                                 (%7$s)

                 Create a person:
                 curl -sS -H "Authorization: Bearer %2$s" -H "Content-Type: application/scim+json" -d '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"ana@acme.test","name":{"givenName":"Ana","familyName":"Ruiz"},"emails":[{"value":"ana@acme.test","primary":true}],"active":true}' %1$s/Users

                 Find her:
                 curl -sS -G -H "Authorization: Bearer %2$s" --data-urlencode 'filter=userName eq "ana@acme.test"' %1$s/Users

                 Deactivate her:
                 curl -sS -X PATCH -H "Authorization: Bearer %2$s" -H "Content-Type: application/scim+json" -d '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"active","value":false}]}' "%1$s/Users/$(curl -sS -G -H "Authorization: Bearer %2$s" --data-urlencode 'filter=userName eq "ana@acme.test"' %1$s/Users | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)"

                 Make a group with her in it; the connection has the mapping of docs/mapping.md, so she joins the local group
                 "Software_dev" (any other name: a local group of that name is made on the fly):
                 curl -sS -H "Authorization: Bearer %2$s" -H "Content-Type: application/scim+json" -d "{\\"schemas\\":[\\"urn:ietf:params:scim:schemas:core:2.0:Group\\"],\\"displayName\\":\\"Dev users\\",\\"members\\":[{\\"value\\":\\"$(curl -sS -G -H "Authorization: Bearer %2$s" --data-urlencode 'filter=userName eq "ana@acme.test"' %1$s/Users | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)\\"}]}" %1$s/Groups

                 Look at the local groups past SCIM:
                 curl -sS -u %4$s:%5$s '%3$s/stand-in/groups?directory=1'
                ================================================================================
                """.formatted(
                        scimBase(host),
                        token,
                        host,
                        options.adminUser(),
                        options.adminPassword(),
                        asked.data().toAbsolutePath().normalize(),
                        asked.replay().isPresent() ? "wiped when you replay again" : "kept when you restart");
    }
}
