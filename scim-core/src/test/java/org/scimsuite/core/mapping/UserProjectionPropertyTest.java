package org.scimsuite.core.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.scimsuite.core.directory.DirectoryUser;
import org.scimsuite.core.directory.DirectoryUserProfile;
import org.scimsuite.core.directory.DirectoryUserProfile.Activation;
import org.scimsuite.core.resource.AttributeValue;
import org.scimsuite.core.resource.AttributeValue.MultiValue;
import org.scimsuite.core.resource.ComplexValue;
import org.scimsuite.core.resource.ScimResource;
import org.scimsuite.core.schema.CoreSchemas;
import org.scimsuite.core.schema.ResourceType;

/** Without a mapping, people are projected and shown as before there were any: beside a model of that in plain words. */
class UserProjectionPropertyTest {

    private static final ResourceType USER = CoreSchemas.user();

    private final UserProjection plain = UserProjection.of(UserMapping.PLAIN, USER);

    /** A user of a provider; empty texts are attributes that are absent. */
    record Sent(
            String userName,
            String given,
            String family,
            String formatted,
            String display,
            List<String> emails,
            int primary,
            Boolean active) {

        ScimResource resource() {
            ScimResource user = ScimResource.empty(USER);
            user = with(user, "userName", userName);
            user = with(user, "name.givenName", given);
            user = with(user, "name.familyName", family);
            user = with(user, "name.formatted", formatted);
            user = with(user, "displayName", display);
            if (!emails.isEmpty()) {
                user = user.with("emails", new MultiValue(elements()));
            }
            return active == null ? user : user.with("active", AttributeValue.bool(active));
        }

        private static ScimResource with(ScimResource user, String path, String text) {
            return text.isEmpty() ? user : user.with(path, AttributeValue.text(text));
        }

        private List<AttributeValue> elements() {
            List<AttributeValue> elements = new ArrayList<>();
            for (int index = 0; index < emails.size(); index++) {
                ComplexValue element = ComplexValue.empty(USER.attributes()
                                .attribute("emails")
                                .orElseThrow()
                                .subAttributes())
                        .with("type", AttributeValue.text("home"));
                if (!emails.get(index).isEmpty()) {
                    element = element.with("value", AttributeValue.text(emails.get(index)));
                }
                elements.add(index == primary ? element.with("primary", AttributeValue.bool(true)) : element);
            }
            return elements;
        }

        /** The place of the main address. */
        int main() {
            return primary < emails.size() ? primary : 0;
        }

        DirectoryUserProfile profile() {
            return new DirectoryUserProfile(
                    userName,
                    given,
                    family,
                    displayName(),
                    email(),
                    active == null || active ? Activation.ACTIVE : Activation.INACTIVE);
        }

        private String displayName() {
            if (!display.isBlank()) {
                return display;
            }
            if (!formatted.isBlank()) {
                return formatted;
            }
            if (!given.isBlank() && !family.isBlank()) {
                return given + " " + family;
            }
            if (!given.isBlank() || !family.isBlank()) {
                return given.isBlank() ? family : given;
            }
            return userName;
        }

        private String email() {
            if (!emails.isEmpty()) {
                return emails.get(main());
            }
            return userName.matches("[^@ ]+@[^@ ]+") ? userName : "";
        }
    }

    @Provide
    Arbitrary<Sent> sent() {
        Arbitrary<String> text = Arbitraries.of("", " ", "ana", "Ana", "bo@acme.test", "a@b@c", "x y@z");
        return Combinators.combine(
                        text,
                        text,
                        text,
                        text,
                        text,
                        text.list().ofMaxSize(3),
                        Arbitraries.integers().between(0, 3),
                        Arbitraries.of(true, false).injectNull(0.3))
                .as(Sent::new);
    }

    @Provide
    Arbitrary<DirectoryUserProfile> actual() {
        Arbitrary<String> text = Arbitraries.of("", "ana", "Ana", "bo@acme.test");
        return Combinators.combine(
                        Arbitraries.of("ana", "ANA", "bo@acme.test"),
                        text,
                        text,
                        text,
                        text,
                        Arbitraries.of(Activation.class))
                .as(DirectoryUserProfile::new);
    }

    @Property
    void profileWhenNothingIsMappedThenAsWithoutMappings(@ForAll("sent") Sent sent) {
        assertThat(plain.profile(sent.resource())).isEqualTo(sent.profile());
        assertThat(plain.attributes(sent.resource())).isEmpty();
        assertThat(plain.isPlain()).isTrue();
    }

    @Property
    void effectiveUserWhenNothingIsMappedThenAsWithoutMappings(
            @ForAll("sent") Sent sent, @ForAll("actual") DirectoryUserProfile actual) {
        assertThat(EffectiveUser.of(plain, sent.resource(), actual)).isEqualTo(shown(sent, actual));
    }

    private static ScimResource shown(Sent sent, DirectoryUserProfile actual) {
        DirectoryUserProfile expected = sent.profile();
        ScimResource shown = sent.resource();
        if (!DirectoryUser.nameKey(expected.name()).equals(DirectoryUser.nameKey(actual.name()))) {
            shown = shown.with("userName", AttributeValue.text(actual.name()));
        }
        if (!expected.firstName().equals(actual.firstName())) {
            shown = text(shown, "name.givenName", actual.firstName());
        }
        if (!expected.lastName().equals(actual.lastName())) {
            shown = text(shown, "name.familyName", actual.lastName());
        }
        if (!expected.displayName().equals(actual.displayName())) {
            shown = text(shown, "displayName", actual.displayName());
        }
        if (!expected.email().equals(actual.email())) {
            shown = email(sent, shown, actual.email());
        }
        return shown.with("active", AttributeValue.bool(actual.active() == Activation.ACTIVE));
    }

    private static ScimResource text(ScimResource shown, String path, String text) {
        return text.isEmpty() ? shown.without(path) : shown.with(path, AttributeValue.text(text));
    }

    private static ScimResource email(Sent sent, ScimResource shown, String address) {
        List<AttributeValue> elements = sent.elements();
        if (elements.isEmpty()) {
            return address.isEmpty()
                    ? shown
                    : shown.with(
                            "emails",
                            new MultiValue(List.of(ComplexValue.empty(USER.attributes()
                                            .attribute("emails")
                                            .orElseThrow()
                                            .subAttributes())
                                    .with("value", AttributeValue.text(address))
                                    .with("type", AttributeValue.text("work"))
                                    .with("primary", AttributeValue.bool(true)))));
        }
        if (address.isEmpty()) {
            elements.remove(sent.main());
        } else {
            ComplexValue main = (ComplexValue) elements.get(sent.main());
            elements.set(sent.main(), main.with("value", AttributeValue.text(address)));
        }
        return elements.isEmpty() ? shown.without("emails") : shown.with("emails", new MultiValue(elements));
    }
}
