package org.scimsuite.atlassian.selfcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelfCheckTest {

    private final SelfCheck selfCheck = new SelfCheck(getClass().getClassLoader());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "class com.atlassian.sal.api.UrlMode",
                "class com.atlassian.crowd.search.builder.QueryBuilder$PartialEntityQuery",
                "field static com.atlassian.sal.api.UrlMode CANONICAL Lcom/atlassian/sal/api/UrlMode;",
                "method interface com.atlassian.sal.api.ApplicationProperties getVersion ()Ljava/lang/String;",
                "method static com.atlassian.crowd.search.EntityDescriptor user ()Lcom/atlassian/crowd/search/EntityDescriptor;",
                "method instance com.atlassian.crowd.model.user.UserTemplate <init> (Ljava/lang/String;J)V",
                // inherited from a superclass, from a superinterface, from Enum
                "method instance com.atlassian.crowd.model.user.UserTemplateWithAttributes setActive (Z)V",
                "method interface com.atlassian.crowd.model.user.User getEmailAddress ()Ljava/lang/String;",
                "method instance com.atlassian.crowd.embedded.api.DirectoryType name ()Ljava/lang/String;",
                "method interface com.atlassian.activeobjects.external.ActiveObjects delete ([Lnet/java/ao/RawEntity;)V"
            })
    void checkWhenTheProductHasItThenPassed(String signature) {
        SelfCheckReport report = selfCheck.check(List.of(signature));

        assertThat(report.problems()).isEmpty();
        assertThat(report.isPassed()).isTrue();
        assertThat(report.checked()).isOne();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "class com.atlassian.crowd.NoSuchClass | The product has no class com.atlassian.crowd.NoSuchClass",
                "method interface com.atlassian.sal.api.ApplicationProperties getColour ()Ljava/lang/String; | The product has no method com.atlassian.sal.api.ApplicationProperties.getColour ()Ljava/lang/String;",
                "method interface com.atlassian.sal.api.ApplicationProperties getVersion ()I | The product has no method com.atlassian.sal.api.ApplicationProperties.getVersion ()I",
                "method interface com.atlassian.sal.api.ApplicationProperties getVersion (I)Ljava/lang/String; | The product has no method com.atlassian.sal.api.ApplicationProperties.getVersion (I)Ljava/lang/String;",
                "method interface com.atlassian.sal.api.ApplicationProperties getBaseUrl (Lcom/atlassian/sal/api/NoMode;)Ljava/lang/String; | The product has not all classes of method interface com.atlassian.sal.api.ApplicationProperties getBaseUrl (Lcom/atlassian/sal/api/NoMode;)Ljava/lang/String;",
                "method instance com.atlassian.crowd.model.user.UserTemplate <init> (Ljava/lang/String;I)V | The product has no constructor com.atlassian.crowd.model.user.UserTemplate.<init> (Ljava/lang/String;I)V",
                "field static com.atlassian.sal.api.UrlMode PURPLE Lcom/atlassian/sal/api/UrlMode; | The product has no field com.atlassian.sal.api.UrlMode.PURPLE Lcom/atlassian/sal/api/UrlMode;",
                "method instance com.atlassian.sal.api.ApplicationProperties getVersion ()Ljava/lang/String; | In the product, com.atlassian.sal.api.ApplicationProperties is an interface: method instance com.atlassian.sal.api.ApplicationProperties getVersion ()Ljava/lang/String;",
                "method interface com.atlassian.crowd.model.user.UserTemplate setActive (Z)V | In the product, com.atlassian.crowd.model.user.UserTemplate is not an interface: method interface com.atlassian.crowd.model.user.UserTemplate setActive (Z)V",
                "method instance com.atlassian.crowd.search.EntityDescriptor user ()Lcom/atlassian/crowd/search/EntityDescriptor; | In the product, method instance com.atlassian.crowd.search.EntityDescriptor user ()Lcom/atlassian/crowd/search/EntityDescriptor; is static",
                "method static com.atlassian.crowd.model.user.UserTemplate setActive (Z)V | In the product, method static com.atlassian.crowd.model.user.UserTemplate setActive (Z)V is not static any more"
            })
    void checkWhenTheProductDiffersThenReportedByName(String signature, String problem) {
        SelfCheckReport report = selfCheck.check(List.of("class com.atlassian.sal.api.UrlMode", signature));

        assertThat(report.isPassed()).isFalse();
        assertThat(report.problems()).containsExactly(problem);
    }

    @Test
    void checkWhenClusterLocksAreMissingThenARemarkOnly() {
        SelfCheckReport report = selfCheck.check(List.of("class com.atlassian.beehive.NoSuchLock"));

        assertThat(report.isPassed()).isTrue();
        assertThat(report.remarks()).containsExactly("The product has no class com.atlassian.beehive.NoSuchLock");
    }

    @Test
    void checkWhenAPartDoesNotFitThenItAloneIsSwitchedOff() {
        SelfCheckReport report = selfCheck.check(List.of(
                "class com.atlassian.sal.api.UrlMode",
                "part leads",
                "class com.atlassian.sal.api.ApplicationProperties",
                "part seats",
                "class com.atlassian.jira.NoSuchSeats"));

        assertThat(report.isPassed()).isTrue();
        assertThat(report.checked()).isEqualTo(3);
        assertThat(report.fits("leads")).isTrue();
        assertThat(report.fits("seats")).isFalse();
        assertThat(report.remarks())
                .containsExactly("Without its part \"seats\": The product has no class com.atlassian.jira.NoSuchSeats");
    }

    @Test
    void runWhenTheJarHasNoListThenNotPassed() {
        SelfCheckReport report = new SelfCheck(new ClassLoader(null) {}).run();

        assertThat(report.isPassed()).isFalse();
        assertThat(report.problems()).singleElement().asString().contains(SelfCheck.LIST);
    }
}
