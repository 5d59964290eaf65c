package org.scimsuite.workbench.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.scimsuite.workbench.host.plugin.PluginDescriptor.FilterModule;
import org.scimsuite.workbench.host.plugin.PluginDescriptor.RestModule;

class DescriptorReaderTest {

    private static PluginDescriptor read(String modules) {
        String xml = "<atlassian-plugin key='k'>" + modules + "</atlassian-plugin>";
        return DescriptorReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static String filter(String key, String attributes) {
        return "<servlet-filter key='" + key + "' class='C' " + attributes
                + "><url-pattern>/*</url-pattern></servlet-filter>";
    }

    @Test
    void filtersRunByLocationThenLighterFirstAndByDefaultBeforeDispatchWithWeight100() {
        PluginDescriptor descriptor = read(filter("default", "")
                + filter("dispatch-99", "location='before-dispatch' weight='99'")
                + filter("decoration", "location='before-decoration' weight='1000'")
                + filter("encoding-100", "location='after-encoding'")
                + filter("encoding-first", "location='after-encoding' weight='-100'")
                + filter("login", "location='before-login' weight='-500'"));
        assertThat(descriptor.filters())
                .extracting(FilterModule::key)
                .containsExactly("encoding-first", "encoding-100", "login", "decoration", "dispatch-99", "default");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<component/>", "<component-import/>", "<module-type/>"})
    void moduleForbiddenBesideOwnSpringConfigurationIsRefused(String module) {
        assertThatThrownBy(() -> read(module)).isInstanceOf(PluginFailedException.class);
    }

    @Test
    void filterAtALocationThatDoesNotExistIsRefused() {
        assertThatThrownBy(() -> read(filter("f", "location='before-lunch'"))).hasMessageContaining("before-lunch");
    }

    @Test
    void documentTypeIsRefusedSoThatNoEntityIsResolved() {
        String xml = "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/hosts'>]><atlassian-plugin key='&x;'/>";
        assertThatThrownBy(() -> DescriptorReader.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))))
                .isInstanceOf(PluginFailedException.class);
    }

    @Test
    void restModuleOfVersionNoneHasNoVersionInItsPath() {
        assertThat(read("<rest key='a' path='/p' version='1'/><rest key='b' path='p' version='none'/>")
                        .rest())
                .extracting(RestModule::root)
                .containsExactly("/rest/p/1", "/rest/p");
    }

    @ParameterizedTest
    @CsvSource({
        "/scim/*, /scim, true",
        "/scim/*, /scim/v2/Users, true",
        "/scim/*, /scim-admin, false",
        "/scim-admin, /scim-admin, true",
        "/scim-admin, /scim-admin/x, false",
        "*.txt, /a/b.txt, true",
        "/*, /anything, true"
    })
    void urlPatternMatchesAsInWebXml(String pattern, String path, boolean matches) {
        assertThat(new UrlPattern(pattern).matches(path)).isEqualTo(matches);
    }
}
