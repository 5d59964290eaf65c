package org.scimsuite.workbench.host.trial;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What {@code mvn -Ptry} says once everything runs. */
final class TryBanner {

    private TryBanner() {}

    /** The text; the tokens in it are shown here and never again. */
    static String text(List<TrialProduct> products, TryOptions options) {
        TrialProduct first = products.get(0);
        return """

                ================================================================================
                 SCIM Suite runs here in STAND-IN HOSTS. These are not Jira, Confluence, Bitbucket
                 or Crowd, and not by Atlassian: small test hosts with a user directory shaped like
                 theirs. The plugin jars in them are the real ones, unchanged.
                ================================================================================
                %1$s
                 Admin login     %5$s / %6$s
                 Data            %7$s
                                 (%8$s)
                 Tokens are shown once; every start issues new ones.

                 Create a person in %2$s (the others take the same requests):
                 curl -sS -H "Authorization: Bearer %4$s" -H "Content-Type: application/scim+json" -d '{"schemas":["urn:ietf:params:scim:schemas:core:2.0:User"],"userName":"ana@acme.test","name":{"givenName":"Ana","familyName":"Ruiz"},"emails":[{"value":"ana@acme.test","primary":true}],"active":true}' %3$s/Users

                 Find her:
                 curl -sS -G -H "Authorization: Bearer %4$s" --data-urlencode 'filter=userName eq "ana@acme.test"' %3$s/Users

                 Deactivate her:
                 curl -sS -X PATCH -H "Authorization: Bearer %4$s" -H "Content-Type: application/scim+json" -d '{"schemas":["urn:ietf:params:scim:api:messages:2.0:PatchOp"],"Operations":[{"op":"replace","path":"active","value":false}]}' "%3$s/Users/$(curl -sS -G -H "Authorization: Bearer %4$s" --data-urlencode 'filter=userName eq "ana@acme.test"' %3$s/Users | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)"

                 Make a group with her in it; the connection has the mapping of docs/mapping.md, so she joins the local group
                 "Software_dev" (any other name: a local group of that name is made on the fly):
                 curl -sS -H "Authorization: Bearer %4$s" -H "Content-Type: application/scim+json" -d "{\\"schemas\\":[\\"urn:ietf:params:scim:schemas:core:2.0:Group\\"],\\"displayName\\":\\"Dev users\\",\\"members\\":[{\\"value\\":\\"$(curl -sS -G -H "Authorization: Bearer %4$s" --data-urlencode 'filter=userName eq "ana@acme.test"' %3$s/Users | grep -o '"id":"[^"]*"' | head -1 | cut -d'"' -f4)\\"}]}" %3$s/Groups

                 Look at the local groups past SCIM:
                 curl -sS -u %5$s:%6$s '%9$s/stand-in/groups?directory=1'
                ================================================================================
                """.formatted(
                        products.stream().map(TryBanner::product).collect(Collectors.joining("\n")),
                        first.host().product().displayName(),
                        first.scimBase(),
                        first.token(),
                        TryMain.ADMIN_USER,
                        TryMain.ADMIN_PASSWORD,
                        options.folder().toAbsolutePath().normalize(),
                        options.replay().isPresent() ? "wiped when you replay again" : "kept when you restart",
                        first.host().base());
    }

    private static String product(TrialProduct product) {
        return String.format(
                Locale.ROOT,
                " %-15s %s%n %-15s %s%n %-15s %s/plugins/servlet/scim-admin%n",
                product.host().product().displayName(),
                product.scimBase(),
                "  bearer token",
                product.token(),
                "  admin page",
                product.host().base());
    }
}
