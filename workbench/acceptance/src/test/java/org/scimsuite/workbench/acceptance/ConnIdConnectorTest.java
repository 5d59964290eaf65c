package org.scimsuite.workbench.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.tirasa.connid.bundles.scim.common.SCIMConnectorConfiguration;
import net.tirasa.connid.bundles.scim.v2.SCIMv2Connector;
import org.identityconnectors.common.security.GuardedString;
import org.identityconnectors.framework.api.APIConfiguration;
import org.identityconnectors.framework.api.ConnectorFacade;
import org.identityconnectors.framework.api.ConnectorFacadeFactory;
import org.identityconnectors.framework.api.ConnectorKey;
import org.identityconnectors.framework.common.exceptions.ConnectorException;
import org.identityconnectors.framework.common.objects.Attribute;
import org.identityconnectors.framework.common.objects.AttributeBuilder;
import org.identityconnectors.framework.common.objects.AttributeDelta;
import org.identityconnectors.framework.common.objects.AttributeDeltaBuilder;
import org.identityconnectors.framework.common.objects.AttributeInfo;
import org.identityconnectors.framework.common.objects.ConnectorObject;
import org.identityconnectors.framework.common.objects.Name;
import org.identityconnectors.framework.common.objects.ObjectClass;
import org.identityconnectors.framework.common.objects.OperationOptions;
import org.identityconnectors.framework.common.objects.OperationOptionsBuilder;
import org.identityconnectors.framework.common.objects.SearchResult;
import org.identityconnectors.framework.common.objects.Uid;
import org.identityconnectors.framework.common.objects.filter.FilterBuilder;
import org.identityconnectors.framework.impl.api.ConnectorMessagesImpl;
import org.identityconnectors.framework.impl.api.local.LocalConnectorInfoImpl;
import org.identityconnectors.framework.impl.api.local.LocalConnectorInfoManagerImpl;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * A SCIM client that nobody here wrote: ConnId's connector, behind the facade through which Apache Syncope and midPoint use
 * it. It updates by PUT ({@code update}) and by PATCH ({@code updateDelta}), and pages by {@code startIndex}.
 */
@OnEachHost
class ConnIdConnectorTest extends AcceptanceCase {

    private static final OperationOptions READ = new OperationOptionsBuilder()
            .setAttributesToGet("userName", "name.givenName", "displayName", "active", "emails.work.value")
            .build();

    private static final OperationOptions READ_GROUP = new OperationOptionsBuilder()
            .setAttributesToGet("displayName", "members")
            .build();

    private ConnectorFacade connector;

    /** Other tests leave people whom the connector cannot read, and for one of them it gives up the whole list. */
    @Override
    String purpose() {
        return "connid";
    }

    @BeforeEach
    void openConnector() {
        connector = connector("PUT");
    }

    /** How groups are updated is a setting of the connector; it then also joins and leaves groups with a user. */
    private ConnectorFacade connector(String updateGroupMethod) {
        LocalConnectorInfoImpl info = new LocalConnectorInfoImpl();
        info.setConnectorClass(SCIMv2Connector.class);
        info.setConnectorConfigurationClass(SCIMConnectorConfiguration.class);
        info.setConnectorDisplayNameKey("SCIM");
        info.setConnectorKey(new ConnectorKey("scim", "1", SCIMv2Connector.class.getName()));
        info.setMessages(new ConnectorMessagesImpl());
        APIConfiguration api = LocalConnectorInfoManagerImpl.createDefaultAPIConfiguration(info);
        set(api, "baseAddress", scim.base() + "/");
        set(api, "bearerToken", host.token());
        set(api, "accept", "application/scim+json");
        set(api, "contentType", "application/scim+json");
        set(api, "updateUserMethod", "PUT");
        set(api, "updateGroupMethod", updateGroupMethod);
        // the server filters; the framework does not page what it would filter itself
        api.getResultsHandlerConfiguration().setEnableFilteredResultsHandler(false);
        return ConnectorFacadeFactory.getInstance().newInstance(api);
    }

    private static void set(APIConfiguration api, String property, Object value) {
        api.getConfigurationProperties().setPropertyValue(property, value);
    }

    @Test
    void testWhenTheTokenIsRightThenTheConnectorIsContent() {
        connector.validate();
        connector.test();
    }

    @Test
    void schemaWhenAskedThenAccountsHaveTheAttributesThatAreSent() {
        assertThat(connector
                        .schema()
                        .findObjectClassInfo(ObjectClass.ACCOUNT_NAME)
                        .getAttributeInfo())
                .extracting(AttributeInfo::getName)
                .contains("userName", "name.givenName", "emails.work.value", "active");
    }

    @Test
    void createWhenNewThenTheUserIsFoundByUidAndByName() {
        String name = someone();

        Uid uid = connector.create(ObjectClass.ACCOUNT, user(name), null);

        ConnectorObject byUid = connector.getObject(ObjectClass.ACCOUNT, uid, READ);
        assertThat(byUid.getName().getNameValue()).isEqualTo(name);
        assertThat(value(byUid, "name.givenName")).isEqualTo("Con");
        assertThat(value(byUid, "emails.work.value")).isEqualTo("con@acceptance.test");
        assertThat(found(name))
                .singleElement()
                .extracting(ConnectorObject::getUid)
                .isEqualTo(uid);
        assertThat(person(name).displayName()).isEqualTo("Con Nid");
        assertThat(person(name).active()).isTrue();
    }

    @Test
    void createWhenTheNameIsTakenThenTheConnectorIsTold() {
        String name = someone();
        connector.create(ObjectClass.ACCOUNT, user(name), null);

        assertThatThrownBy(() -> connector.create(ObjectClass.ACCOUNT, user(name), null))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("uniqueness");
    }

    @Test
    void updateWhenTheNameChangesThenTheSamePersonIsRenamed() {
        String name = someone();
        Uid uid = connector.create(ObjectClass.ACCOUNT, user(name), null);
        String renamed = someone();
        String externalId = person(name).externalId();

        Uid updated = connector.update(ObjectClass.ACCOUNT, uid, user(renamed), null);

        assertThat(updated.getUidValue()).isEqualTo(uid.getUidValue());
        assertThat(admin.person(name)).isEmpty();
        assertThat(person(renamed).externalId()).isEqualTo(externalId);
    }

    @Test
    void updateWhenDisabledThenThePersonIsInactiveUntilEnabled() {
        String name = someone();
        Uid uid = connector.create(ObjectClass.ACCOUNT, user(name), null);

        connector.update(ObjectClass.ACCOUNT, uid, with(user(name), AttributeBuilder.buildEnabled(false)), null);
        assertThat(person(name).active()).isFalse();
        assertThat(value(connector.getObject(ObjectClass.ACCOUNT, uid, READ), "active"))
                .isEqualTo(false);

        connector.update(ObjectClass.ACCOUNT, uid, with(user(name), AttributeBuilder.buildEnabled(true)), null);
        assertThat(person(name).active()).isTrue();
    }

    @Test
    void updateDeltaWhenAttributesChangeThenOnlyTheseChange() {
        String name = someone();
        Uid uid = connector.create(ObjectClass.ACCOUNT, user(name), null);

        connector.updateDelta(
                ObjectClass.ACCOUNT,
                uid,
                Set.of(replace("displayName", "Con Free"), replace("active", false)),
                new OperationOptionsBuilder().build());

        assertThat(person(name).displayName()).isEqualTo("Con Free");
        assertThat(person(name).active()).isFalse();
        assertThat(person(name).email()).isEqualTo("con@acceptance.test");

        connector.updateDelta(
                ObjectClass.ACCOUNT, uid, Set.of(replace("active", true)), new OperationOptionsBuilder().build());

        assertThat(person(name).active()).isTrue();
    }

    /** As a reconciliation does, which is what Syncope and midPoint run where a connector has no sync. */
    @Test
    void searchWhenPagedThenEveryUserIsSeenOnce() {
        Set<Uid> created = new HashSet<>();
        for (int i = 0; i < 5; i++) {
            created.add(connector.create(ObjectClass.ACCOUNT, user(someone()), null));
        }
        List<Uid> seen = new ArrayList<>();
        OperationOptionsBuilder page = new OperationOptionsBuilder(READ).setPageSize(100);
        SearchResult result;
        do {
            result = connector.search(ObjectClass.ACCOUNT, null, user -> seen.add(user.getUid()), page.build());
            Optional.ofNullable(result.getPagedResultsCookie()).ifPresent(page::setPagedResultsCookie);
        } while (result.getPagedResultsCookie() != null);

        assertThat(seen).doesNotHaveDuplicates().containsAll(created);
    }

    @Test
    void deleteWhenDoneThenTheUserIsGoneForScimAndInactiveInTheDirectory() {
        String name = someone();
        Uid uid = connector.create(ObjectClass.ACCOUNT, user(name), null);

        connector.delete(ObjectClass.ACCOUNT, uid, null);

        assertThat(found(name)).isEmpty();
        assertThat(person(name).active()).isFalse();
    }

    @Test
    void groupWhenCreatedAndUpdatedThenItHasTheMembersGiven() {
        String ana =
                connector.create(ObjectClass.ACCOUNT, user(someone()), null).getUidValue();
        String bo = connector.create(ObjectClass.ACCOUNT, user(someone()), null).getUidValue();
        String name = "Team of " + someone();

        Uid uid = connector.create(ObjectClass.GROUP, group(name, ana), null);
        assertThat(members(uid)).containsExactly(ana);

        connector.update(ObjectClass.GROUP, uid, group(name, ana, bo), null);
        assertThat(members(uid)).containsExactlyInAnyOrder(ana, bo);

        connector.update(ObjectClass.GROUP, uid, group(name, bo), null);
        assertThat(members(uid)).containsExactly(bo);
    }

    @Test
    void groupWhenUsersJoinAndLeaveByPatchThenOnlyTheyCome() {
        ConnectorFacade patching = connector("PATCH");
        Uid ana = patching.create(ObjectClass.ACCOUNT, user(someone()), null);
        String bo = patching.create(ObjectClass.ACCOUNT, user(someone()), null).getUidValue();
        Uid team = patching.create(ObjectClass.GROUP, group("Team of " + someone(), bo), null);
        OperationOptions none = new OperationOptionsBuilder().build();

        patching.updateDelta(
                ObjectClass.ACCOUNT,
                ana,
                Set.of(
                        replace("displayName", "Con Joined"),
                        AttributeDeltaBuilder.build("groups", List.of(team.getUidValue()), List.of())),
                none);
        assertThat(members(team)).containsExactlyInAnyOrder(ana.getUidValue(), bo);

        patching.updateDelta(
                ObjectClass.ACCOUNT,
                ana,
                Set.of(AttributeDeltaBuilder.build("groups", List.of(), List.of(team.getUidValue()))),
                none);
        assertThat(members(team)).containsExactly(bo);
    }

    @Test
    void groupWhenSearchedAndDeletedThenItIsFoundUntilItIsGone() {
        String name = "Team of " + someone();
        Uid uid = connector.create(ObjectClass.GROUP, group(name), null);
        assertThat(foundGroups(name)).containsExactly(uid);

        connector.delete(ObjectClass.GROUP, uid, null);

        assertThat(foundGroups(name)).isEmpty();
    }

    private List<Uid> foundGroups(String name) {
        List<Uid> found = new ArrayList<>();
        connector.search(
                ObjectClass.GROUP,
                FilterBuilder.equalTo(AttributeBuilder.build("displayName", name)),
                group -> found.add(group.getUid()),
                READ_GROUP);
        return found;
    }

    /** By another client, as the connector shows members in a form of its own. */
    private List<String> members(Uid group) {
        List<String> members = new ArrayList<>();
        scim.get("/Groups/" + group.getUidValue())
                .json()
                .path("members")
                .forEach(member -> members.add(member.path("value").asText()));
        return members;
    }

    private static Set<Attribute> group(String name, String... members) {
        return Set.of(
                new Name(name),
                AttributeBuilder.build("displayName", name),
                AttributeBuilder.build("members", List.of(members)));
    }

    private List<ConnectorObject> found(String name) {
        List<ConnectorObject> found = new ArrayList<>();
        connector.search(ObjectClass.ACCOUNT, FilterBuilder.equalTo(new Name(name)), found::add, READ);
        return found;
    }

    private static Object value(ConnectorObject user, String attribute) {
        return user.getAttributeByName(attribute).getValue().get(0);
    }

    private static AttributeDelta replace(String attribute, Object value) {
        return AttributeDeltaBuilder.build(attribute, value);
    }

    private static Set<Attribute> user(String name) {
        return new HashSet<>(Set.of(
                new Name(name),
                AttributeBuilder.build("userName", name),
                AttributeBuilder.build("name.givenName", "Con"),
                AttributeBuilder.build("name.familyName", "Nid"),
                AttributeBuilder.build("displayName", "Con Nid"),
                AttributeBuilder.build("emails.work.value", "con@acceptance.test"),
                AttributeBuilder.build("emails.work.primary", true),
                AttributeBuilder.buildPassword(new GuardedString("made up".toCharArray())),
                AttributeBuilder.buildEnabled(true)));
    }

    private static Set<Attribute> with(Set<Attribute> attributes, Attribute attribute) {
        attributes.removeIf(each -> each.is(attribute.getName()));
        attributes.add(attribute);
        return attributes;
    }
}
